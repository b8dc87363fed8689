using System.Collections.Concurrent;
using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Packetdrill;

/// <summary>What packetdrill takes for a kernel: a clock that jumps, a stack, and sockets on top. One for each script; a lock is held during every call.</summary>
/// <remarks>Time passes only when packetdrill sleeps, or waits for a packet; so a script takes as long as its calls, and is exact to the microsecond.</remarks>
internal sealed partial class Kernel(Surroundings surroundings)
{
    /// <summary>A packet that does not come within this does not come at all.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private readonly ManualTimeProvider _time = new();
    private readonly List<Waiting> _waiting = [];
    private PacketPort? _port;
    private TcpStack? _stack;
    private TimeSpan _began;
    private bool _isAnswering;

    public Knobs Knobs { get; } = new(surroundings);

    /// <summary>What actors, or this host, have thrown: then the script has failed, whatever packetdrill says.</summary>
    public ConcurrentQueue<string> Failures { get; } = new();

    public Surroundings Surroundings => surroundings;

    /// <summary>Made at the first socket: the knobs are turned before.</summary>
    public TcpStack Stack => _stack ??= Make();

    private PacketPort Port => _port ??= new PacketPort(_time, surroundings.Mtu, surroundings.Dialect);

    private long Clock => _time.Elapsed.Ticks / TimeSpan.TicksPerMicrosecond;

    private TimeSpan? NextDue
    {
        get
        {
            var next = _stack?.Shards[0].NextDue + _began;
            foreach (var waiting in _waiting)
            {
                next = waiting.Answer is null && !(next <= waiting.Deadline) ? waiting.Deadline ?? next : next;
            }

            return next;
        }
    }

    /// <summary>Answers one call, when it can be answered.</summary>
    /// <returns>What goes back over the socket.</returns>
    public byte[] Handle(Request request)
    {
        lock (_time)
        {
            Advance(TimeSpan.FromMicroseconds(request.Clock));
            var answer = Do(request);
            Settle();
            return answer?.ToWire(Clock) ?? Wait(request);
        }
    }

    /// <summary>The calls that still wait are never answered.</summary>
    public void End()
    {
        lock (_time)
        {
            _waiting.ForEach(static waiting => waiting.Answer = Errno.EBADF);
            Monitor.PulseAll(_time);
        }
    }

    /// <summary>A connection's state; TIME-WAIT is over when its record is gone.</summary>
    public TcpState StateOf(ConnectionActor connection) =>
        connection.Tcb.State == TcpState.TimeWait && InTimeWait(connection.Tuple) < 0 ? TcpState.Closed : connection.Tcb.State;

    /// <returns>Where the record in TIME-WAIT is; negative when there is none.</returns>
    public int InTimeWait(FourTuple tuple)
    {
        var router = Stack.Routers[0];
        return router.TimeWaits.Find(in tuple, router.Hash(in tuple));
    }

    /// <summary>Everybody does what there is to do at this moment; calls that waited for it are answered at it.</summary>
    public void Settle()
    {
        while (_stack?.RunOnce() == true)
        {
        }

        if (!_isAnswering)
        {
            _isAnswering = true;   // an attempt settles things on its way
            _waiting.ForEach(waiting => waiting.Try(_time.Elapsed));
            _isAnswering = false;
            Monitor.PulseAll(_time);
        }
    }

    private void Advance(TimeSpan until)
    {
        Settle();
        while (NextDue is { } next && next <= until)
        {
            Step(next);
        }

        Step(until);
    }

    private void Step(TimeSpan next)
    {
        _time.Advance(next > _time.Elapsed ? next - _time.Elapsed : TimeSpan.Zero);
        Settle();
    }

    private Answer Sniff()
    {
        var end = _time.Elapsed + Patience;
        while (true)
        {
            if (Port.TrySniff(out var sent))
            {
                return new Answer(sent.SentAt / TimeSpan.TicksPerMicrosecond, Octets: sent.Packet);
            }

            if (NextDue is not { } next || next > end)
            {
                return new Answer(Clock);
            }

            Step(next);
        }
    }

    /// <summary>Holds up the calling thread, and so packetdrill's, until the call can be answered.</summary>
    private byte[] Wait(Request request)
    {
        var waiting = new Waiting(() => Do(request));
        if (request.Call == Call.Poll && request.First >= 0)
        {
            waiting.Deadline = _time.Elapsed + TimeSpan.FromMilliseconds(request.First);
        }

        _waiting.Add(waiting);
        while (waiting.Answer is null)
        {
            Monitor.Wait(_time);
        }

        _waiting.Remove(waiting);
        return waiting.Answer.ToWire(waiting.AnsweredAt.Ticks / TimeSpan.TicksPerMicrosecond);
    }

    private TcpStack Make()
    {
        var options = new TcpStackOptions { Connection = Knobs.ToSettings(), Time = _time, Seed = 1, KeepHistory = false, FastOpen = Knobs.FastOpen };
        Knobs.Unpin();
        _began = _time.Elapsed;
        var stack = new TcpStack(options, [new StackQueue(Port, NoParking.Instance)]);
        stack.ActorFailed += (what, failure) => Failures.Enqueue($"{what}\n{failure}");
        return stack;
    }
}
