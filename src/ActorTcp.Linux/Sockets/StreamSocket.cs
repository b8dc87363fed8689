using ActorTcp.Wire;

namespace ActorTcp.Linux;

/// <summary>A non-blocking TCP socket of the kernel by its number. Whoever opened it closes it; a copy of this value is the same socket.</summary>
internal readonly unsafe struct StreamSocket(int fd)
{
    public int Fd => fd;

    /// <returns>A descriptor below 0 where there is none: see <see cref="Libc.LastOnPacketPath"/>.</returns>
    public static StreamSocket Open(bool isV4) =>
        new(LibcSockets.socket(isV4 ? Sys.AF_INET : Sys.AF_INET6, Sys.SOCK_STREAM | Sys.SOCK_NONBLOCK | Sys.SOCK_CLOEXEC, 0));

    /// <summary>Speaks from this address; the port is chosen when the peer is known, so that any number of peers may share one (IP_BIND_ADDRESS_NO_PORT).</summary>
    public Errno BindAddress(IpAddr address)
    {
        var one = 1;
        var local = new SocketEndPoint(address, 0);
        _ = LibcSockets.setsockopt(fd, Sys.IPPROTO_IP, Sys.IP_BIND_ADDRESS_NO_PORT, &one, sizeof(int));
        return LibcSockets.bind(fd, &local, local.Length) == 0 ? Errno.None : Libc.LastOnPacketPath;
    }

    /// <returns><see cref="Errno.EINPROGRESS"/> where the answer is to be awaited.</returns>
    public Errno Connect(SocketEndPoint remote) => LibcSockets.connect(fd, &remote, remote.Length) == 0 ? Errno.None : Libc.LastOnPacketPath;

    /// <returns>How many octets were taken; <see cref="Libc.LastOnPacketPath"/> says why where it is less than 0.</returns>
    public int Send(ReadOnlySpan<byte> text)
    {
        fixed (byte* start = text)
        {
            return (int)LibcSockets.send(fd, start, (nuint)text.Length, Sys.MSG_NOSIGNAL);
        }
    }

    /// <returns>How many octets have come, 0 after the last; <see cref="Libc.LastOnPacketPath"/> says why where it is less.</returns>
    public int Receive(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            return (int)LibcSockets.recv(fd, start, (nuint)buffer.Length, 0);
        }
    }

    public void ShutdownSend() => _ = LibcSockets.shutdown(fd, Sys.SHUT_WR);

    /// <summary>What went wrong since this was last asked.</summary>
    public Errno TakeError()
    {
        var error = 0;
        uint length = sizeof(int);
        return LibcSockets.getsockopt(fd, Sys.SOL_SOCKET, Sys.SO_ERROR, &error, &length) == 0 ? (Errno)error : Libc.LastOnPacketPath;
    }

    /// <summary>The round trip as the kernel has measured it at the packet, and how often it has sent anything again.</summary>
    public (TimeSpan RoundTrip, int Retransmissions) Info()
    {
        tcp_info info;
        uint length = (uint)sizeof(tcp_info);
        return LibcSockets.getsockopt(fd, Sys.IPPROTO_TCP, Sys.TCP_INFO, &info, &length) == 0
            ? (TimeSpan.FromMicroseconds(info.tcpi_rtt), (int)info.tcpi_total_retrans)
            : default;
    }

    public void Close() => _ = LibcSockets.close(fd);

    /// <summary>Closes it with RST.</summary>
    public void Reset()
    {
        var now = new linger { l_onoff = 1 };
        _ = LibcSockets.setsockopt(fd, Sys.SOL_SOCKET, Sys.SO_LINGER, &now, (uint)sizeof(linger));
        Close();
    }
}
