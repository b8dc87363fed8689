using ActorTcp.Stack;
using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Linux;

/// <summary>One queue of a TUN device, for one shard.</summary>
public sealed unsafe class TunQueue : IPacketDevice
{
    private const int Offloads = IfTun.TUN_F_CSUM | IfTun.TUN_F_TSO4 | IfTun.TUN_F_TSO6 | IfTun.TUN_F_TSO_ECN;

    private readonly SafeFileHandle _handle;
    private readonly bool _hasHeader;

    /// <param name="hasHeader">Whether a <see cref="virtio_net_hdr"/> stands before each packet.</param>
    internal TunQueue(SafeFileHandle handle, int mtu, bool hasHeader)
    {
        _handle = handle;
        _hasHeader = hasHeader;
        Mtu = mtu;
        Fd = (int)handle.DangerousGetHandle();
    }

    public int Mtu { get; }

    /// <summary>The descriptor to wait on; not to be closed by anyone else.</summary>
    public int Fd { get; private set; }

    /// <inheritdoc/>
    /// <remarks>A packet longer than the buffer is cut off, so give it <see cref="Mtu"/> octets at least, or 65,535 where <see cref="TryOffload"/> was true.</remarks>
    public int Read(Span<byte> buffer) => Read(buffer, out _);

    public WriteOutcome Write(ReadOnlySpan<byte> packet) => Write(packet, default);

    /// <inheritdoc/>
    /// <remarks>The queues of a device share the answer.</remarks>
    public bool TryOffload() => _hasHeader && TunDriver.SetOffload(_handle, Offloads);

    /// <inheritdoc/>
    public int Read(Span<byte> buffer, out PacketOffload offload)
    {
        offload = default;
        fixed (byte* start = buffer)
        {
            if (!_hasHeader)
            {
                var length = Libc.read(Fd, start, (nuint)buffer.Length);
                return length >= 0 ? (int)length : NothingRead(Libc.LastOnPacketPath);
            }

            virtio_net_hdr header;
            var parts = stackalloc iovec[2];
            parts[0] = new iovec { iov_base = &header, iov_len = (nuint)sizeof(virtio_net_hdr) };
            parts[1] = new iovec { iov_base = start, iov_len = (nuint)buffer.Length };
            var octets = Libc.readv(Fd, parts, 2);
            if (octets < sizeof(virtio_net_hdr))
            {
                return octets >= 0 ? 0 : NothingRead(Libc.LastOnPacketPath);
            }

            offload = VirtioHeader.ToOffload(in header);
            return (int)octets - sizeof(virtio_net_hdr);
        }
    }

    /// <inheritdoc/>
    public WriteOutcome Write(ReadOnlySpan<byte> packet, PacketOffload offload)
    {
        fixed (byte* start = packet)
        {
            if (!_hasHeader)
            {
                return Libc.write(Fd, start, (nuint)packet.Length) >= 0 ? WriteOutcome.Written : NotWritten(Libc.LastOnPacketPath);
            }

            var header = VirtioHeader.Of(packet, offload);
            var parts = stackalloc iovec[2];
            parts[0] = new iovec { iov_base = &header, iov_len = (nuint)sizeof(virtio_net_hdr) };
            parts[1] = new iovec { iov_base = start, iov_len = (nuint)packet.Length };
            return Libc.writev(Fd, parts, 2) >= 0 ? WriteOutcome.Written : NotWritten(Libc.LastOnPacketPath);
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
