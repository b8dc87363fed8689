using System.Buffers;
using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>The way of a packet through one shard: device → reader → flow table, TIME-WAIT table, listener or nobody, and back.</summary>
internal sealed partial class SegmentRouter : Actor<HandedOver>, IReceive<OpenRequest>, IEventSource
{
    private const int PacketsPerRound = 256;
    private const int MostOctets = 65536;

    private readonly IPacketDevice _device;
    private readonly TcpStack _stack;
    private readonly byte[] _arriving;
    private readonly Outbox _outbox;
    private readonly int _headroom;
    private readonly bool _isOffloading;
    private TokenBucket _resets;
    private TokenBucket _icmp;
    private TokenBucket _timeWaitAcks;

    public SegmentRouter(TcpStack stack, IPacketDevice device)
    {
        (_stack, _device, _headroom) = (stack, device, device.Headroom);
        _arriving = GC.AllocateUninitializedArray<byte>(_headroom + MostOctets, pinned: true);
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

    /// <summary>Reads what has arrived, up to a batch.</summary>
    public bool Poll()
    {
        for (var i = 0; i < PacketsPerRound; i++)
        {
            var length = _device.Read(_arriving, out var offload);
            if (length <= 0)
            {
                return i > 0;
            }

            Shard.ReadClock();   // while the answers to what was written keep coming, a batch lasts: round trips are measured by packet
            Counters.Add(Counter.PacketsIn);
            Counters.Add(Counter.OctetsIn, length);
            Counters.Add(Counter.SuperSegmentsIn, offload.SegmentSize > 0 ? 1 : 0);
            Arrives(_arriving.AsSpan(_headroom, length), offload, mayHandOver: _stack.ShardCount > 1);
        }

        return true;
    }

    void IEventSource.Flush() => _outbox.Flush();

    /// <summary>Takes a sound segment, its hash computed, to its connection, its TIME-WAIT record, its listener, or to nobody.</summary>
    public void Route(in Packet packet)
    {
        var tuple = packet.Tuple;
        var hash = packet.FlowHash;
        if (Flows.Find(in tuple, hash) is { } connection)
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

    protected override void Receive(in HandedOver message)
    {
        Arrives(message.Octets.AsSpan(0, message.Length), message.Offload, mayHandOver: false);
        ArrayPool<byte>.Shared.Return(message.Octets);
    }

    /// <summary>"An exception kills one connection, never the shard. A listener is restarted with its configuration."</summary>
    protected override Directive Decide(Actor child, Exception failure) => child switch
    {
        ConnectionActor => Directive.Stop,
        ListenerActor => Directive.Restart,
        _ => Directive.Resume,
    };

    private void Arrives(ReadOnlySpan<byte> octets, PacketOffload offload, bool mayHandOver)
    {
        Taps?.Arrives(octets, offload, mayHandOver);
        var reason = PacketReader.Read(octets, out var packet, offload.ToCheck());
        if (reason != DropReason.None)
        {
            Counters.Dropped(reason);
            return;
        }

        if (Martians.Is(packet.Ip.Source, packet.Ip.Destination))
        {
            Counters.Add(Counter.MartianDrops);
            return;
        }

        if (packet.Kind == PacketKind.Icmp)
        {
            IcmpArrives(in packet, octets, offload, mayHandOver);
            return;
        }

        if (packet.Ip.Source == packet.Ip.Destination && packet.SourcePort == packet.DestinationPort)
        {
            Counters.Add(Counter.LandDrops);
            return;
        }

        packet.FlowHash = Hash(packet.Tuple);
        if (mayHandOver && HandOver(packet.FlowHash, octets, offload))
        {
            return;
        }

        Counters.Add(Counter.SegmentsIn, offload.SegmentSize > 0 ? (packet.Tcp.Text.Length + offload.SegmentSize - 1) / offload.SegmentSize : 1);
        CountMark(packet.Ip.Ecn);
        Route(in packet);
    }

    private void CountMark(EcnCodepoint mark)
    {
        switch (mark)
        {
            case EcnCodepoint.NotEct:
                break;
            case EcnCodepoint.Ect0:
                Counters.Add(Counter.Ect0In);
                break;
            case EcnCodepoint.Ect1:
                Counters.Add(Counter.Ect1In);
                break;
            case EcnCodepoint.Ce:
                Counters.Add(Counter.CongestionMarksIn);
                break;
        }
    }

    /// <summary>The kernel picks a queue by its own hash until it has learned where the flow's answers come from: such a packet goes to its owner.</summary>
    private bool HandOver(uint hash, ReadOnlySpan<byte> octets, PacketOffload offload)
    {
        var owner = _stack.OwnerOf(hash);
        if (owner == this)
        {
            return false;
        }

        Counters.Add(Counter.HandedOver);
        var copy = ArrayPool<byte>.Shared.Rent(octets.Length);
        octets.CopyTo(copy);
        ActorRef<HandedOver>.To(owner).Tell(new HandedOver(copy, octets.Length, offload));
        return true;
    }

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
