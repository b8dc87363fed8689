using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Linux;

/// <summary>A conversation with the kernel about links, addresses and routes of the calling thread's network namespace.</summary>
internal sealed class NetlinkSocket : IDisposable
{
    private readonly SafeFileHandle _socket;
    private readonly byte[] _buffer = new byte[64 * 1024];
    private uint _seq;

    /// <exception cref="IOException">The kernel offers no rtnetlink.</exception>
    public NetlinkSocket()
    {
        _socket = Libc.socket(Sys.AF_NETLINK, Sys.SOCK_RAW | Sys.SOCK_CLOEXEC, Rtnetlink.NETLINK_ROUTE);
        if (_socket.IsInvalid)
        {
            throw new IOException($"cannot open a netlink socket: {Libc.Last.Text()}");
        }
    }

    public void Dispose() => _socket.Dispose();

    /// <summary>Asks for a change and waits for the kernel's acknowledgement.</summary>
    public Errno Ask(NetlinkRequest request) => Ask(request, static (_, _) => { });

    /// <summary>Asks a question.</summary>
    /// <param name="answer">Sees the type and body of every message before the acknowledgement or the end of a dump.</param>
    public Errno Ask(NetlinkRequest request, Action<ushort, ReadOnlySpan<byte>> answer)
    {
        var message = request.Finish(++_seq);
        var kernel = new sockaddr_nl { nl_family = Sys.AF_NETLINK };
        var kernelLength = (uint)Unsafe.SizeOf<sockaddr_nl>();
        if (Libc.sendto(_socket, ref MemoryMarshal.GetReference(message), (nuint)message.Length, 0, in kernel, kernelLength) < 0)
        {
            return Libc.Last;
        }

        while (true)
        {
            var length = Libc.recv(_socket, ref _buffer[0], (nuint)_buffer.Length, 0);
            if (length >= 0)
            {
                if (Outcome(_buffer.AsSpan(0, (int)length), answer) is { } outcome)
                {
                    return outcome;
                }
            }
            else if (Libc.Last != Errno.EINTR)
            {
                return Libc.Last;
            }
        }
    }

    /// <summary>How the exchange ended, or nothing while more is to come.</summary>
    private Errno? Outcome(ReadOnlySpan<byte> rest, Action<ushort, ReadOnlySpan<byte>> answer)
    {
        while (rest.Length >= Unsafe.SizeOf<nlmsghdr>())
        {
            var header = MemoryMarshal.Read<nlmsghdr>(rest);
            var body = rest[Unsafe.SizeOf<nlmsghdr>()..(int)header.nlmsg_len];
            rest = rest[Math.Min((int)(header.nlmsg_len + 3) & ~3, rest.Length)..];
            if (header.nlmsg_seq != _seq)
            {
                continue;
            }

            switch (header.nlmsg_type)
            {
                case Rtnetlink.NLMSG_ERROR:
                    return (Errno)(-MemoryMarshal.Read<nlmsgerr>(body).error);
                case Rtnetlink.NLMSG_DONE:
                    return Errno.None;
                default:
                    answer(header.nlmsg_type, body);
                    break;
            }
        }

        return null;
    }
}
