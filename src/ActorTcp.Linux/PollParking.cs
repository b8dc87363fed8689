using ActorTcp.Actors;
using Microsoft.Win32.SafeHandles;

namespace ActorTcp.Linux;

/// <summary>
/// Parks a shard's thread in ppoll(2) on its devices and an eventfd(2). A wake costs a system call only while the thread is parked.
/// </summary>
public sealed unsafe class PollParking : IParking, IDisposable
{
    private readonly SafeFileHandle _eventfd;
    private readonly pollfd[] _fds;
    private ParkingState _state;

    /// <param name="fds">The descriptors whose readability ends a <see cref="Park"/>; they must stay open as long as anyone parks.</param>
    public PollParking(params ReadOnlySpan<int> fds)
    {
        _eventfd = Libc.eventfd(0, Sys.EFD_CLOEXEC | Sys.EFD_NONBLOCK);
        if (_eventfd.IsInvalid)
        {
            throw new IOException($"cannot make an eventfd: {Libc.Last.Text()}");
        }

        _fds = new pollfd[fds.Length + 1];
        _fds[0] = Readable((int)_eventfd.DangerousGetHandle());
        for (var i = 0; i < fds.Length; i++)
        {
            _fds[i + 1] = Readable(fds[i]);
        }
    }

    /// <inheritdoc/>
    /// <remarks>It may also end for no reason, as after a signal.</remarks>
    public void Park(TimeSpan timeout)
    {
        if (Interlocked.CompareExchange(ref _state, ParkingState.Parked, ParkingState.Running) == ParkingState.Running)
        {
            Poll(timeout);
        }

        // A waker that saw Parked may write the eventfd only after this line: the next Park then ends early, and nothing is lost.
        Interlocked.Exchange(ref _state, ParkingState.Running);
    }

    public void Wake()
    {
        if (Interlocked.Exchange(ref _state, ParkingState.Woken) == ParkingState.Parked)
        {
            Signal();
        }
    }

    /// <summary>To be called when nobody parks any more; a late <see cref="Wake"/> does no harm.</summary>
    public void Dispose()
    {
        Interlocked.Exchange(ref _state, ParkingState.Woken);
        _eventfd.Dispose();
    }

    private static pollfd Readable(int fd) => new() { fd = fd, events = Sys.POLLIN };

    private void Poll(TimeSpan timeout)
    {
        var (seconds, ticks) = long.DivRem(timeout.Ticks, TimeSpan.TicksPerSecond);
        var time = new timespec { tv_sec = (nint)seconds, tv_nsec = (nint)(ticks * TimeSpan.NanosecondsPerTick) };
        fixed (pollfd* fds = _fds)
        {
            var ready = Libc.ppoll(fds, (nuint)_fds.Length, timeout == Timeout.InfiniteTimeSpan ? null : &time, null);
            if (ready > 0 && fds[0].revents != 0)
            {
                ulong count;
                _ = Libc.read(fds[0].fd, (byte*)&count, sizeof(ulong));
            }
        }
    }

    private void Signal()
    {
        try
        {
            var one = 1UL;
            _ = Libc.write(_eventfd, ref *(byte*)&one, sizeof(ulong));
        }
        catch (ObjectDisposedException)
        {
            // The shard has ended between the exchange and the write: there is nobody to wake.
        }
    }
}
