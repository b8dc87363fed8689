using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Linux;

/// <summary>epoll(7), edge-triggered: what has changed about any number of descriptors, each under a number of the caller's own.</summary>
internal sealed unsafe class Epoll : IDisposable
{
    private const int Batch = 512;

    private readonly SafeFileHandle _handle;
    private readonly byte[] _events = GC.AllocateUninitializedArray<byte>(Batch * EventSize, pinned: true);
    private readonly int _fd;

    public Epoll()
    {
        _fd = LibcSockets.epoll_create1(Sys.EPOLL_CLOEXEC);
        _handle = new SafeFileHandle(_fd, ownsHandle: true);
        if (_handle.IsInvalid)
        {
            throw new IOException($"cannot make an epoll: {Libc.LastOnPacketPath.Text()}");
        }
    }

    /// <summary>struct epoll_event is packed on x86-64, and nowhere else.</summary>
    internal static int EventSize => DataOffset + sizeof(ulong);

    internal static int DataOffset => RuntimeInformation.ProcessArchitecture == Architecture.X64 ? 4 : 8;

    /// <summary>Watches a descriptor until it is closed.</summary>
    /// <param name="tag">What <see cref="Event"/> calls it.</param>
    /// <exception cref="IOException">The kernel refuses.</exception>
    public void Add(int fd, uint events, uint tag)
    {
        var entry = stackalloc byte[16];
        Write(new Span<byte>(entry, 16), events, tag);
        if (LibcSockets.epoll_ctl(_fd, Sys.EPOLL_CTL_ADD, fd, entry) != 0)
        {
            throw new IOException($"cannot watch a descriptor: {Libc.LastOnPacketPath.Text()}");
        }
    }

    /// <summary>Waits until something has happened, or as long as this.</summary>
    /// <returns>How many events there are.</returns>
    public int Wait(TimeSpan timeout)
    {
        var (seconds, ticks) = long.DivRem(Math.Max(timeout.Ticks, 0), TimeSpan.TicksPerSecond);
        var time = new timespec { tv_sec = (nint)seconds, tv_nsec = (nint)(ticks * TimeSpan.NanosecondsPerTick) };
        fixed (byte* events = _events)
        {
            return Math.Max(LibcSockets.epoll_pwait2(_fd, events, Batch, &time, null), 0);
        }
    }

    /// <summary>One of the events of the last <see cref="Wait"/>.</summary>
    public (uint Events, uint Tag) Event(int index)
    {
        var entry = _events.AsSpan(index * EventSize, EventSize);
        return (MemoryMarshal.Read<uint>(entry), MemoryMarshal.Read<uint>(entry[DataOffset..]));
    }

    public void Dispose() => _handle.Dispose();

    private static void Write(Span<byte> entry, uint events, ulong tag)
    {
        MemoryMarshal.Write(entry, events);
        MemoryMarshal.Write(entry[DataOffset..], tag);
    }
}
