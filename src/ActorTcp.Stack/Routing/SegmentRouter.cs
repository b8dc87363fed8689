using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>The way of a packet through one shard: device → reader → flow table, TIME-WAIT table, listener or nobody, and back.</summary>
internal sealed partial class SegmentRouter : Actor<HandedOver>, IReceive<OpenRequest>, IEventSource
{
    private readonly TcpStack _stack;
    private readonly Outbox _outbox;
    private readonly bool _isOffloading;
    private TokenBucket _resets;
    private TokenBucket _icmp;
    private TokenBucket _timeWaitAcks;

    public SegmentRouter(TcpStack stack, IPacketDevice device)
    {
        _stack = stack;
        _arrivals = new Arrivals(device);
        _outbox = new Outbox(device, Counters);
        Options = stack.Options;
        Effects = new EffectList(Options.BufferBudget) { Challenges = new SharedChallenges(stack.ChallengeKey, Options.ChallengesPerSecond) };
        Mtu = Math.Min(device.Mtu, 65535);
        _resets = new TokenBucket(Options.ResetsPerSecond);
        _icmp = new TokenBucket(Options.IcmpPerSecond);
        FastOpenPeers = new FastOpenCache(Options.FastOpen.RetryAfter);
        _isOffloading = device.TryOffload();
        Counters.Add(Counter.ShardsWithoutOffload, _isOffloading ? 0 : 1);
        _timeWaitAcks = new TokenBucket(Options.TimeWaitAcksPerSecond);
        Cookies = new SynCookies(new CookieSecrets(stack.CookieKey, Options.SynCookies.Rotation, TimeSpan.FromTicks(Options.Time.GetUtcNow().Ticks)));
        TimeWaits = new TimeWaitTable(2 * Options.Connection.Msl, Options.TimeWaitLimit, Counters, Population);
        Ended = new EndedConnections(Options.EndedConnectionsKept);
    }

    public TcpStackOptions Options { get; }

    public int Mtu { get; }

    public Counters Counters { get; } = new();

    public FlowTable Flows { get; } = new();

    public TimeWaitTable TimeWaits { get; }

    public BufferPool Buffers { get; } = new();

    /// <summary>The decisions of the turn that is going on: a shard has one turn at a time.</summary>
    public EffectList Effects { get; }

    public ListenerTable Listeners { get; } = new();

    public FastOpenCookies FastOpenCookies => _stack.FastOpenCookies;

    public SynCookies Cookies { get; }

    /// <summary>For the hashes of sources whose SYNs are counted.</summary>
    public SipKey FilterKey => _stack.FilterKey;

    public uint Hash(in FourTuple tuple) => _stack.Hash(in tuple);

    /// <summary>Where the sequence numbers of a connection begin, and where its timestamps do.</summary>
    public SeqNum Iss(in FourTuple tuple, out uint timestampOffset) => _stack.Isns.Next(in tuple, Shard.Now, out timestampOffset);

    /// <summary>A control block with the secrets of its four-tuple.</summary>
    /// <param name="iss">The initial send sequence number, where the peer knows it already.</param>
    public Tcb ControlBlock(ConnectionSettings settings, in FourTuple tuple, SeqNum? iss = null)
    {
        var next = Iss(in tuple, out var timestampOffset);
        return new Tcb(settings, iss ?? next, Mtu, tuple.Local.IsV4, timestampOffset);
    }

    void IEventSource.Flush() => _outbox.Flush();

    /// <summary>Takes a sound segment, its hash computed, to its connection, its TIME-WAIT record, its listener, or to nobody.</summary>
    /// <param name="candidate">A connection that may be the one, or may have left the table meanwhile.</param>
    private void Route(in Packet packet, ConnectionActor? candidate)
    {
        var tuple = packet.Tuple;
        var hash = packet.FlowHash;
        var isIt = candidate is { IsInTable: true } && candidate.Tuple == tuple;
        if ((isIt ? candidate : Flows.Find(in tuple, hash)) is { } connection)
        {
            Shard.Deliver(connection, in packet);
            return;
        }

        var listener = Listeners.Find(tuple.Local, tuple.LocalPort);
        if (TimeWaits.Find(in tuple, hash) is >= 0 and var record && !AnswerInTimeWait(record, in packet, mayReopen: listener is not null))
        {
            return;
        }

        if (listener is not null)
        {
            Shard.Deliver(listener, in packet);
            return;
        }

        AnswerAsClosed(in packet, Options.Connection.Path);
    }

    protected override void PreStart()
    {
        Spawn(TimeWaits);
        Shard.AddSource(this);
    }

    /// <summary>"An exception kills one connection, never the shard. A listener is restarted with its configuration."</summary>
    protected override Directive Decide(Actor child, Exception failure) => child switch
    {
        ConnectionActor => Directive.Stop,
        ListenerActor => Directive.Restart,
        _ => Directive.Resume,
    };

    /// <returns>Whether the segment is a SYN that reopens the connection: then it is one for the listener.</returns>
    private bool AnswerInTimeWait(int index, in Packet packet, bool mayReopen)
    {
        var record = TimeWaits.Record(index);
        switch (record.Answer(in packet.Tcp, Options.Connection))
        {
            case TimeWaitAnswer.Drop:
                break;
            case TimeWaitAnswer.AcknowledgeAndRestart:
                TimeWaits.Restart(index);
                Transmit(packet.Tuple, record.Acknowledgment(Shard.Now), Options.Connection.Path);
                break;
            case TimeWaitAnswer.Reopen when mayReopen:
                Counters.Add(Counter.TimeWaitReopened);
                TimeWaits.Remove(index, Cause.Reopen);
                return true;
            case TimeWaitAnswer.Acknowledge or TimeWaitAnswer.Reopen when !_timeWaitAcks.TryTake(Shard.Now):
                Counters.Add(Counter.TimeWaitAcksSuppressed);
                break;
            case TimeWaitAnswer.Acknowledge or TimeWaitAnswer.Reopen:
                Transmit(packet.Tuple, record.Acknowledgment(Shard.Now), Options.Connection.Path);
                break;
            case TimeWaitAnswer.Close:
                TimeWaits.Remove(index, Cause.ResetArrives);
                break;
        }

        return false;
    }
}
