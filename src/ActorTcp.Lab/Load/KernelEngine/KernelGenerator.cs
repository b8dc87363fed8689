using ActorTcp.Linux;

namespace ActorTcp.Lab;

/// <summary>Engine <c>kernel</c>: flows on sockets of the operating system, all of them in one thread over epoll(7).</summary>
internal sealed class KernelGenerator(LoadSession session, LoadTarget target, SourcePool? sources, TimeProvider time) : IGenerator
{
    /// <summary>Flows started between two looks at what has happened, at most.</summary>
    private const int StartsPerRound = 64;


    private readonly Epoll _epoll = new();
    private readonly List<KernelFlow> _all = [];
    private readonly Stack<KernelFlow> _free = [];
    private readonly byte[] _buffer = GC.AllocateUninitializedArray<byte>(65536);
    private long _began;
    private long _flows;

    private TimeSpan Now => time.GetElapsedTime(_began);

    public void Begin(TimeSpan before) => _began = time.GetTimestamp() - (long)(before.TotalSeconds * time.TimestampFrequency);

    public void Run(CancellationToken stop)
    {
        TimerSlack.Least();
        for (var isBusy = true; !session.IsOver(Now);)
        {
            var events = _epoll.Wait(isBusy ? TimeSpan.Zero : Soon(session.NextDue(Now) - Now));
            for (var i = 0; i < events; i++)
            {
                var (what, tag) = _epoll.Event(i);
                Happened(_all[(int)tag], what);
            }

            session.Tick(Now);
            isBusy = Start() || events > 0;
            if (stop.IsCancellationRequested)
            {
                session.Stop(Now);
            }
        }
    }

    public void Dispose()
    {
        foreach (var flow in _all.Where(flow => flow.Phase != FlowPhase.Free))
        {
            flow.Fail(FlowEnd.CutOff);
        }

        session.Seconds.Finish(session.Open);
        _epoll.Dispose();
    }

    public void End(KernelFlow flow, FlowEnd end)
    {
        flow.Ended(Now, end, isSeen: false);
        _free.Push(flow);
    }

    public void Broken(KernelFlow flow, Errno errno)
    {
        flow.Socket.Close();
        End(flow, EndOf(errno));
    }

    public void Resume(KernelFlow flow, TimeSpan now)
    {
        flow.Proceed(now);
        flow.Listen(_buffer, now);
    }

    private static FlowEnd EndOf(Errno errno) => errno switch
    {
        Errno.ECONNREFUSED => FlowEnd.Refused,
        Errno.ECONNRESET or Errno.EPIPE => FlowEnd.Reset,
        Errno.ETIMEDOUT => FlowEnd.TimedOut,
        Errno.ENETUNREACH or Errno.EHOSTUNREACH => FlowEnd.Unreachable,
        Errno.EADDRNOTAVAIL or Errno.EADDRINUSE => FlowEnd.PortsExhausted,
        _ => FlowEnd.LocalLimit,
    };

    /// <summary>Looks now and then whether it is to stop.</summary>
    private static TimeSpan Soon(TimeSpan wait) => wait < TimeSpan.FromMilliseconds(50) ? wait : TimeSpan.FromMilliseconds(50);

    private bool Start()
    {
        var started = 0;
        while (started < StartsPerRound && session.TryStart(Now, out var intended))
        {
            started++;
            var flow = Take();
            flow.Begin(intended, Now);
            if (Connect(flow) is var errno and not (Errno.None or Errno.EINPROGRESS))
            {
                Broken(flow, errno);
            }
        }

        return started > 0;
    }

    private KernelFlow Take()
    {
        if (!_free.TryPop(out var flow))
        {
            flow = new KernelFlow(this, session, (uint)_all.Count);
            _all.Add(flow);
        }

        return flow;
    }

    private Errno Connect(KernelFlow flow)
    {
        var remote = target.Addresses[_flows++];
        flow.Socket = StreamSocket.Open(remote.IsV4);
        if (flow.Socket.Fd < 0)
        {
            return Libc.LastOnPacketPath;
        }

        if (sources is not null && flow.Socket.BindAddress(sources.Next().Address) is var refused and not Errno.None)
        {
            return refused;
        }

        var errno = flow.Socket.Connect(new SocketEndPoint(remote, target.Port));
        if (errno is Errno.None or Errno.EINPROGRESS)
        {
            _epoll.Add(flow.Socket.Fd, Sys.EPOLLIN | Sys.EPOLLOUT | Sys.EPOLLRDHUP | Sys.EPOLLET, flow.Tag);
        }

        return errno;
    }

    private void Happened(KernelFlow flow, uint what)
    {
        var now = Now;
        if (flow.Phase == FlowPhase.Connecting && !IsEstablished(flow, what, now))
        {
            return;
        }

        flow.Writable(now);
        if ((what & (Sys.EPOLLIN | Sys.EPOLLRDHUP | Sys.EPOLLHUP | Sys.EPOLLERR)) != 0)
        {
            flow.Listen(_buffer, now);
        }
    }

    private bool IsEstablished(KernelFlow flow, uint what, TimeSpan now)
    {
        if ((what & (Sys.EPOLLERR | Sys.EPOLLHUP)) != 0 && flow.Socket.TakeError() is var errno and not Errno.None)
        {
            Broken(flow, errno);
            return false;
        }

        if ((what & Sys.EPOLLOUT) == 0)
        {
            return false;
        }

        var (roundTrip, retransmissions) = flow.Socket.Info();
        session.Results.SynRetransmissions += retransmissions;
        flow.Established(now, retransmissions == 0 ? roundTrip : null);
        return true;
    }
}
