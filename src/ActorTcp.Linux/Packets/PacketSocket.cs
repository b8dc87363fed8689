using System.Buffers.Binary;
using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Linux;

/// <summary>packet(7): whole Ethernet frames through one link of the namespace in which it was opened, past the kernel's own protocols and queues.</summary>
internal sealed unsafe class PacketSocket : IDisposable
{
    private readonly SafeFileHandle _handle;
    private readonly int _fd;

    /// <param name="link">The link's index.</param>
    /// <param name="receives">Whether IPv4 packets that arrive at the link are to be read here too; the kernel has them besides.</param>
    /// <exception cref="UnauthorizedAccessException">CAP_NET_RAW is missing.</exception>
    public PacketSocket(int link, bool receives = false)
    {
        _handle = Libc.socket(Sys.AF_PACKET, Sys.SOCK_RAW | Sys.SOCK_NONBLOCK | Sys.SOCK_CLOEXEC, 0);
        if (_handle.IsInvalid)
        {
            throw new UnauthorizedAccessException($"cannot open a packet socket: {Libc.Last.Text()}");
        }

        _fd = (int)_handle.DangerousGetHandle();
        var one = 1;
        _ = LibcSockets.setsockopt(_fd, Sys.SOL_PACKET, Sys.PACKET_QDISC_BYPASS, &one, sizeof(int));   // an old kernel without it is slower, no more
        var address = new sockaddr_ll
        {
            sll_family = Sys.AF_PACKET,
            sll_protocol = receives ? BinaryPrimitives.ReverseEndianness((ushort)Sys.ETH_P_IP) : (ushort)0,
            sll_ifindex = link,
        };
        if (LibcSockets.bind(_fd, &address, (uint)sizeof(sockaddr_ll)) != 0)
        {
            var errno = Libc.LastOnPacketPath;
            _handle.Dispose();
            throw new IOException($"cannot bind a packet socket to link {link}: {errno.Text()}");
        }
    }

    /// <summary>Sends the first frames of a batch.</summary>
    /// <returns>How many were taken; fewer when a queue is full.</returns>
    /// <exception cref="IOException">The link is gone.</exception>
    public int Send(FrameBatch batch, int count)
    {
        var sent = LibcSockets.sendmmsg(_fd, batch.Messages, (uint)count, 0);
        if (sent >= 0)
        {
            return sent;
        }

        return Libc.LastOnPacketPath is var errno and not (Errno.EAGAIN or Errno.ENOBUFS or Errno.EINTR)
            ? throw new IOException($"cannot send: {errno.Text()}")
            : 0;
    }

    /// <summary>Reads the next frame; never blocks.</summary>
    /// <returns>Its length in octets, 0 when none is waiting.</returns>
    public int Receive(Span<byte> frame)
    {
        fixed (byte* start = frame)
        {
            return (int)Math.Max(LibcSockets.recv(_fd, start, (nuint)frame.Length, 0), 0);
        }
    }

    public void Dispose() => _handle.Dispose();
}
