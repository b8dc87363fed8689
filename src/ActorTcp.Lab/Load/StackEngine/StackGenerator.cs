using ActorTcp.Actors;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>
/// Engine <c>stack</c>: flows on our own TCP, from any number of source addresses. It drives a stack of one shard from the calling thread, so that what is
/// due by the plan comes between two rounds and time is read at the packet.
/// </summary>
internal sealed class StackGenerator : IGenerator
{
    /// <summary>Flows started in one round at most, so that answers are read meanwhile.</summary>
    private const int StartsPerRound = 64;

    /// <summary>Source end points tried for one flow when they are in use.</summary>
    private const int Tries = 1000;

    private static readonly Action Nothing = () => { };

    private readonly LoadSession _session;
    private readonly LoadTarget _target;
    private readonly SourcePool _sources;
    private readonly TcpStack _stack;
    private readonly IParking _parking;
    private readonly StackProtocol _protocol;
    private readonly Stack<StackFlow> _free = [];
    private readonly Queue<ConnectionActor> _aborting = [];
    private readonly Watch _watch = new();
    private TimeSpan _began;
    private long _flows;
    private int _connecting;

    /// <param name="queue">The device and its parking; they belong to this generator from then on.</param>
    public StackGenerator(LoadSession session, LoadTarget target, SourcePool sources, StackQueue queue, TimeProvider time)
    {
        (_session, _target, _sources, _parking) = (session, target, sources, queue.Parking);
        _protocol = new StackProtocol(this);
        _stack = new TcpStack(new TcpStackOptions
        {
            Connection = new() { Msl = TimeSpan.FromSeconds(1), SynTimeout = TimeSpan.FromMinutes(3) },
            TimeWaitLimit = 1 << 16,
            KeepHistory = false,
            Time = time,
        }, [queue]);
    }

    /// <summary>Since the beginning of the plan, as of the packet or round that goes on.</summary>
    public TimeSpan Now => Shard.Now - _began;

    private Shard Shard => _stack.Shards[0];

    private SegmentRouter Router => _stack.Routers[0];

    public void Begin(TimeSpan before)
    {
        Shard.ReadClock();
        _began = Shard.Now - before;
    }

    public void Stop() => _session.Stop(Now);

    /// <summary>Goes round once.</summary>
    /// <returns>Whether anything happened.</returns>
    public bool RunOnce()
    {
        var isBusy = _stack.RunOnce();
        Shard.ReadClock();
        _session.Tick(Now);
        for (var i = 0; i < StartsPerRound && _session.TryStart(Now, out var intended); i++)
        {
            isBusy = true;
            Open(intended);
            Shard.ReadClock();
        }

        while (_aborting.TryDequeue(out var connection))
        {
            isBusy = true;
            Shard.Deliver(connection, ConnectionCommand.Abort);
        }

        return isBusy;
    }

    public void Run(CancellationToken stop)
    {
        using var wake = stop.UnsafeRegister(_ => _parking.Wake(), null);
        while (!_session.IsOver(Now))
        {
            if (stop.IsCancellationRequested)
            {
                Stop();
            }

            if (RunOnce())
            {
                _watch.Begin(Shard.Now);
            }
            else if (_connecting > 0 && _watch.Goes(Shard.Now))
            {
                Thread.Yield();   // the server may have to run on this very processor
            }
            else
            {
                Park();
            }
        }
    }

    /// <summary>Resets what is still open.</summary>
    public void Dispose()
    {
        _session.Results.SynRetransmissions = _stack.Count(Counter.SynAcksRetransmitted);
        _stack.DisposeAsync().AsTask().GetAwaiter().GetResult();
        _session.Seconds.Finish(_session.Open);
    }

    /// <summary>Once the turn that goes on is over; nothing happens if the connection has ended by then.</summary>
    public void AbortSoon(StackFlow flow) => _aborting.Enqueue(flow.Connection.Actor);

    public void Notify(StackFlow flow) => Shard.Deliver(flow.Connection.Actor, ConnectionCommand.Notify);

    /// <summary>Its SYN is about to be written.</summary>
    public void SynLeaves(StackFlow flow)
    {
        Shard.ReadClock();
        flow.SynLeaves(Now);
    }

    /// <summary>The flow is connected, or never will be.</summary>
    public void Settle(StackFlow flow)
    {
        _connecting -= flow.IsConnecting ? 1 : 0;
        flow.IsConnecting = false;
    }

    public void Release(StackFlow flow)
    {
        flow.Connection = default;
        _free.Push(flow);
    }

    private void Open(TimeSpan intended)
    {
        var flow = _free.TryPop(out var used) ? used : new StackFlow(this, _session);
        var remote = _target.Addresses[_flows++];
        flow.Begin(intended, Now);
        flow.IsConnecting = true;
        _connecting++;
        _protocol.Opening = flow;
        for (var i = 0; i < Tries && _protocol.Opening is not null; i++)
        {
            var (address, port) = _sources.Next();
            Shard.Deliver(Router, new OpenRequest(new FourTuple(address, port, remote, _target.Port), _stack.Options.Connection, _protocol, Nothing));
        }

        if (_protocol.Opening is not null)
        {
            Settle(flow);
            flow.Ended(Now, FlowEnd.PortsExhausted);
            _free.Push(flow);
        }
    }

    private void Park()
    {
        var next = _session.NextDue(Now) - Now;
        if (Shard.NextDue - Shard.Now is { } alarm && alarm < next)
        {
            next = alarm;
        }

        if (next > TimeSpan.Zero)
        {
            _parking.Park(next);
        }
    }
}
