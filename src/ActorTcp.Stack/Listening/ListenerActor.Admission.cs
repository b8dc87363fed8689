using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <content>Who is let in, and as what.</content>
internal sealed partial class ListenerActor
{
    private readonly Doorkeeper _doorkeeper;
    private readonly HalfOpenQueue _queue = new();
    private readonly ListenerHistory _history = new();
    private SynFilter? _filter;
    private TokenBucket? _synAcks;

    public Pressure Pressure => _doorkeeper.Pressure;

    public ListenerHistory History => _history;

    /// <summary>How many peers may be half-open, as far as the policy can afford them.</summary>
    public int Limit => _doorkeeper.Limit;

    /// <summary>Null as long as no SYN needed it.</summary>
    public SynCache? Cache => _cache;

    /// <summary>Under pressure, how long a connection may be half-open; null leaves it to its settings.</summary>
    public TimeSpan? ShortTimeout => _doorkeeper.Rule.ShortensTimer && Pressure != Pressure.Calm ? _limits.Flood.ShortTimeout : null;

    /// <summary>Whether a SYN-ACK may be repeated now.</summary>
    public bool MayRepeat()
    {
        var may = MayAnswer();
        _router.Counters.Add(Counter.SynAckLimitDrops, may ? 0 : 1);
        return may;
    }

    void IReceive<GateAnswered>.Receive(in GateAnswered message)
    {
        var syn = message.Syn.ToPacket();
        if (!_gatehouse!.Leaves(message.Syn) || _router.Flows.Find(syn.Tuple, syn.FlowHash) is not null)
        {
            message.Answer.Abandon();
            return;
        }

        if (message.Failure is not null)
        {
            throw new InvalidOperationException($"the gate failed: {message.Failure.Message}", message.Failure);
        }

        if (message.Answer.Opened is not null)
        {
            Record(in syn, message.Answer.ToProtocol(), buffered: false);
        }
        else if (message.Answer == GateAnswer.Refuse)
        {
            _router.AnswerAsClosed(in syn, Endpoint.Options.Connection.Path);
        }
    }

    private void Requested(in Packet packet)
    {
        _router.Counters.Add(Counter.SynsIn);
        var pressure = Pressure;
        var admission = Admit(in packet);
        if (Pressure != pressure)
        {
            PressureChanged(pressure);
        }

        switch (admission)
        {
            case Admission.Recycle when !TryRecycle():
                Drop(Counter.HalfOpenLimitDrops, in packet);
                break;
            case Admission.Record or Admission.Buffered or Admission.Recycle when Endpoint.Options.Gate is { } gate:
                (_gatehouse ??= new Gatehouse(this, gate)).Ask(in packet);
                break;
            case Admission.Record or Admission.Recycle:
                Record(in packet, Endpoint.ProtocolFor(), buffered: false);
                break;
            case Admission.Buffered:
                Record(in packet, Endpoint.ProtocolFor(), buffered: true);
                break;
            case Admission.Cache:
                AnswerFromCache(in packet);
                break;
            case Admission.Cookie:
                AnswerWithCookie(in packet);
                break;
            case Admission.HalfOpenLimit:
                Drop(Counter.HalfOpenLimitDrops, in packet);
                break;
            case Admission.AcceptQueueFull:
                Drop(Counter.AcceptQueueDrops, in packet);
                break;
            case Admission.SourceBudget:
                Drop(Counter.SourceBudgetDrops, in packet);
                break;
            case Admission.PrefixBudget:
                Drop(Counter.PrefixBudgetDrops, in packet);
                break;
            case Admission.SynAckLimit:
                Drop(Counter.SynAckLimitDrops, in packet);
                break;
            case Admission.Closing:
                Drop(Counter.ListenerClosedDrops, in packet);
                break;
        }
    }

    private Admission Admit(in Packet packet) =>
        Endpoint.IsClosing ? Admission.Closing
        : _filter?.Refuse(packet.Ip.Source, Shard.Now) is { } refused ? refused
        : Endpoint.IsAcceptQueueFull ? Admission.AcceptQueueFull
        : _doorkeeper.Admit(HalfOpen, Shard.Now) is var admission && admission != Admission.HalfOpenLimit && !MayAnswer() ? Admission.SynAckLimit
        : admission;

    private bool MayAnswer()
    {
        if (_synAcks is not { } bucket)
        {
            return true;
        }

        var may = bucket.TryTake(Shard.Now);
        _synAcks = bucket;
        return may;
    }

    private void Record(in Packet packet, InlineProtocol protocol, bool buffered)
    {
        var tuple = packet.Tuple;
        Decided(Counter.PassiveOpens, in tuple);
        var connection = Open(in tuple, packet.FlowHash, protocol, fastOpen: _fastOpen?.Answer(in packet, Shard.Now));
        if (buffered)
        {
            connection.TakeBuffers();
        }

        Shard.Deliver(connection, in packet);
        if (_doorkeeper.Rule.AtLimit == Admission.Recycle)
        {
            _queue.Add(connection, _halfOpenConnections);
        }
    }

    private bool TryRecycle()
    {
        if (_queue.TakeOldest() is not { } oldest)
        {
            return false;
        }

        _router.Counters.Add(Counter.HalfOpenRecycled);
        Decided(Counter.HalfOpenRecycled, oldest.Tuple);
        Shard.Deliver(oldest, ConnectionCommand.Recycle);
        return true;
    }

    private void Drop(Counter reason, in Packet packet)
    {
        _router.Counters.Add(Counter.ListenerDrops);
        Note(reason, in packet);
    }

    private void Note(Counter what, in Packet packet)
    {
        _router.Counters.Add(what);
        Decided(what, packet.Tuple);
    }

    private void Decided(Counter what, in FourTuple tuple)
    {
        _history.Add(Shard.Now, what, in tuple);
        _router.Taps?.Decided(Endpoint, what, in tuple);
    }

    private void PressureChanged(Pressure from)
    {
        var what = Pressure switch
        {
            Pressure.Flooded => Counter.FloodsBegun,
            _ when from == Pressure.Flooded => Counter.FloodsEnded,
            _ => (Counter?)null,
        };
        if (what is { } counter)
        {
            _router.Counters.Add(counter);
            Decided(counter, default);
        }

        Attend();
    }
}
