using ActorTcp.Stack;
using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Linux;

/// <summary>One queue of a TUN device, for one shard.</summary>
public sealed unsafe class TunQueue : IPacketDevice
{
    private readonly SafeFileHandle _handle;

    internal TunQueue(SafeFileHandle handle, int mtu)
    {
        _handle = handle;
        Mtu = mtu;
        Fd = (int)handle.DangerousGetHandle();
    }

    public int Mtu { get; }

    /// <summary>The descriptor to wait on; not to be closed by anyone else.</summary>
    public int Fd { get; private set; }

    /// <inheritdoc/>
    /// <remarks>A packet longer than the buffer is cut off, so give it <see cref="Mtu"/> octets at least.</remarks>
    public int Read(Span<byte> buffer)
    {
        fixed (byte* start = buffer)
        {
            var length = Libc.read(Fd, start, (nuint)buffer.Length);
            return length >= 0 ? (int)length : NothingRead(Libc.LastOnPacketPath);
        }
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        fixed (byte* start = packet)
        {
            return Libc.write(Fd, start, (nuint)packet.Length) >= 0 ? WriteOutcome.Written : NotWritten(Libc.LastOnPacketPath);
        }
    }

    public void Dispose()
    {
        Fd = -1;
        _handle.Dispose();
    }

    private static int NothingRead(Errno errno) => errno switch
    {
        Errno.EAGAIN or Errno.EINTR => 0,
        _ => throw Gone(errno),
    };

    private static WriteOutcome NotWritten(Errno errno) => errno switch
    {
        Errno.EAGAIN or Errno.EINTR or Errno.ENOBUFS or Errno.ENOMEM => WriteOutcome.Pressure,
        Errno.EBADFD or Errno.EBADF or Errno.ENODEV or Errno.ENXIO => throw Gone(errno),
        _ => WriteOutcome.Refused,
    };

    private static IOException Gone(Errno errno) => new($"the TUN device is gone: {errno.Text()}");
}
