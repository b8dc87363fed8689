using System.Runtime.InteropServices;
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

    /// <summary>The length of a <see cref="virtio_net_hdr"/>, where the device has one.</summary>
    public int Headroom => _hasHeader ? sizeof(virtio_net_hdr) : 0;

    /// <inheritdoc/>
    /// <remarks>The queues of a device share the answer.</remarks>
    public bool TryOffload() => _hasHeader && TunDriver.SetOffload(_handle, Offloads);

    /// <inheritdoc/>
    /// <remarks>A packet longer than the buffer is cut off, so give it <see cref="Mtu"/> octets at least.</remarks>
    public int Read(Span<byte> buffer)
    {
        virtio_net_hdr header;
        fixed (byte* start = buffer)
        {
            var parts = stackalloc iovec[2] { new iovec { iov_base = &header, iov_len = (nuint)Headroom }, new iovec { iov_base = start, iov_len = (nuint)buffer.Length } };
            return PacketLength(Libc.readv(Fd, parts, 2));
        }
    }

    /// <inheritdoc/>
    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        virtio_net_hdr header = default;
        fixed (byte* start = packet)
        {
            var parts = stackalloc iovec[2] { new iovec { iov_base = &header, iov_len = (nuint)Headroom }, new iovec { iov_base = start, iov_len = (nuint)packet.Length } };
            return Outcome(Libc.writev(Fd, parts, 2));
        }
    }

    /// <inheritdoc/>
    /// <remarks>A packet longer than the buffer is cut off, so give it the headroom and 65,535 octets where <see cref="TryOffload"/> was true.</remarks>
    public int Read(Span<byte> buffer, out PacketOffload offload)
    {
        int length;
        fixed (byte* start = buffer)
        {
            length = PacketLength(Libc.read(Fd, start, (nuint)buffer.Length));
        }

        offload = _hasHeader && length > 0 ? VirtioHeader.ToOffload(in MemoryMarshal.AsRef<virtio_net_hdr>(buffer)) : default;
        return length;
    }

    /// <inheritdoc/>
    public WriteOutcome Write(Span<byte> buffer, PacketOffload offload)
    {
        if (_hasHeader)
        {
            MemoryMarshal.AsRef<virtio_net_hdr>(buffer) = VirtioHeader.Of(buffer[sizeof(virtio_net_hdr)..], offload);
        }

        fixed (byte* start = buffer)
        {
            return Outcome(Libc.write(Fd, start, (nuint)buffer.Length));
        }
    }

    public void Dispose()
    {
        Fd = -1;
        _handle.Dispose();
    }

    /// <param name="octets">With the header; negative where there was nothing to read.</param>
    private int PacketLength(nint octets) => octets >= 0 ? Math.Max((int)octets - Headroom, 0) : NothingRead(Libc.LastOnPacketPath);

    private static WriteOutcome Outcome(nint octets) => octets >= 0 ? WriteOutcome.Written : NotWritten(Libc.LastOnPacketPath);

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
