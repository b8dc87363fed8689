using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <content>RFC 4987 §3.5: a record in the SYN cache stands in for a connection until its peer has proved its address.</content>
internal sealed partial class ListenerActor
{
    /// <summary>Records that one wake-up looks at.</summary>
    private const int Slice = 4096;

    /// <summary>SYN-ACKs that one wake-up repeats: the shard must not stall.</summary>
    private const int MostRepetitions = 256;

    /// <summary>How late a SYN-ACK may be repeated.</summary>
    private static readonly TimeSpan Round = TimeSpan.FromMilliseconds(100);

    private static readonly TimeSpan Glance = TimeSpan.FromSeconds(1);

    private SynCache? _cache;
    private int _sweptTo;
    private bool _isAttending;

    protected override void Wake(TimeSpan now)
    {
        _isAttending = false;
        var pressure = Pressure;
        _doorkeeper.Look(HalfOpen, now);
        if (Pressure != pressure)
        {
            PressureChanged(pressure);
        }

        Sweep(now);
        Attend();
    }

    /// <summary>Looks again soon, as long as there is anything to look after.</summary>
    private void Attend()
    {
        if (_isAttending)
        {
            return;
        }

        if (_cache is { Count: > 0 } cache)
        {
            _isAttending = true;
            WakeAt(Shard.Now + (Round * Math.Min(Slice, cache.Capacity) / cache.Capacity));
        }
        else if (Pressure != Pressure.Calm)
        {
            _isAttending = true;
            WakeAt(Shard.Now + Glance);
        }
    }

    /// <summary>Goes through a part of the cache: RFC 4987 §3.5 has the SYN-ACK repeated as if there were a connection.</summary>
    private void Sweep(TimeSpan now)
    {
        if (_cache is not { Count: > 0 } cache)
        {
            return;
        }

        var end = Math.Min(_sweptTo + Slice, cache.Capacity);
        for (var left = MostRepetitions; left > 0 && cache.FindDue(_sweptTo, end, SynCache.Milliseconds(now)) is >= 0 and var place; left--)
        {
            _sweptTo = place;
            ref var record = ref cache[place];
            if (record.Age(now) >= Settings.HalfOpenTimeout)
            {
                _router.Population.Took(TcpState.Listen, Cause.SynArrives, TcpState.SynReceived);
                _router.CountMove(TcpState.SynReceived, Cause.UserTimeout, TcpState.Closed);
                cache.Remove(place);
            }
            else
            {
                Repeat(ref record);
            }
        }

        if (cache.FindDue(_sweptTo, end, SynCache.Milliseconds(now)) < 0)
        {
            _sweptTo = end == cache.Capacity ? 0 : end;
        }
    }

    private void AnswerFromCache(in Packet packet)
    {
        var tuple = packet.Tuple;
        if (_cache is null)
        {
            _cache = new SynCache(_doorkeeper.Limit);
            _router.SynCaches++;
        }

        var iss = _router.Iss(in tuple, out var timestampOffset);
        Answer(in tuple, in packet.Tcp, iss, timestampOffset, SendReason.SynAck);   // nothing of the record is needed for it
        var record = new SynRecord(in tuple, in packet.Tcp, iss) { Born = SynCache.Milliseconds(Shard.Now) };
        record.Due = record.Born + (uint)Settings.InitialRto.TotalMilliseconds;
        Note(Counter.SynsCached, in packet);
        if (_cache.Add(in record, packet.FlowHash))
        {
            _router.Counters.Add(Counter.HalfOpenEvicted);
            MadeWay();
        }

        Attend();
    }

    /// <summary>Sends the SYN-ACK again, and sets the next time: the timeout doubles (RFC 6298 §5.5).</summary>
    private void Repeat(ref SynRecord record)
    {
        record.Repetitions = (byte)Math.Min(record.Repetitions + 1, byte.MaxValue);
        var timeout = Settings.InitialRto * Math.Pow(2, Math.Min((int)record.Repetitions, 16));
        timeout = timeout < Settings.MaxRto ? timeout : Settings.MaxRto;
        record.Due = SynCache.Milliseconds(Shard.Now + timeout);
        if (MayRepeat())
        {
            var tuple = record.Tuple;
            _router.Iss(in tuple, out var timestampOffset);
            Answer(in tuple, record.Syn, record.Iss, timestampOffset, SendReason.Retransmission);
        }
    }

    private void Answer(in FourTuple tuple, in Segment syn, SeqNum iss, uint timestampOffset, SendReason reason)
    {
        var answer = HalfOpenAnswer.SynAck(
            Settings,
            MssOption.For((ushort)_router.Mtu, tuple.Local.IsV4),
            iss,
            in syn,
            HalfOpenAnswer.Agreed(Settings, in syn),
            EcnSetup.IsAsked(Settings, in syn),
            new Timestamps { Offset = timestampOffset }.Value(Shard.Now));
        answer.Reason = reason;
        _router.Transmit(in tuple, in answer, Settings.Path);
    }

    /// <returns>Whether the packet is about a record, and has been dealt with.</returns>
    private bool ArrivesForRecord(in Packet packet)
    {
        if (packet.Kind == PacketKind.Icmp)
        {
            return packet.Icmp.TryReadQuoted(out var quoted, out _) && _cache!.Find(in quoted, _router.Hash(in quoted)) is >= 0 and var at && IcmpReports(at, in packet);
        }

        if (_cache!.Find(packet.Tuple, packet.FlowHash) is not (>= 0 and var place))
        {
            return false;
        }

        ref var record = ref _cache[place];
        ref readonly var seg = ref packet.Tcp;
        if (seg.HasSyn && !seg.HasAck && !seg.HasRst && seg.Seq == record.Irs)
        {
            _router.Counters.Add(Counter.SynsIn);
            Repeat(ref record);
        }
        else if (IsAcknowledgment(in seg) && seg.Ack == record.Iss + 1)
        {
            Promote(place, in packet);
        }
        else if (IsForEarlierCookie(in packet, record.Iss))
        {
            _cache.Remove(place);
            MadeWay();
            Redeems(in packet);
        }
        else
        {
            Otherwise(place, in packet);
        }

        return true;
    }

    /// <summary>The final ACK, or text with it: the record becomes a connection. While nobody could accept it, it stays a record, and the SYN-ACK is repeated.</summary>
    private void Promote(int place, in Packet packet)
    {
        if (Endpoint.IsAcceptQueueFull)
        {
            Drop(Counter.AcceptQueueDrops, in packet);
            return;
        }

        var record = _cache![place];
        _cache.Remove(place);
        Complete(record.Iss, record.Syn, record.Repetitions, Shard.Now - record.Age(Shard.Now), in packet);
    }

    /// <summary>What is no final ACK meets the machine, on a control block that the record is unfolded into: a reset, a SYN in the window, an ACK that is wrong.</summary>
    private void Otherwise(int place, in Packet packet)
    {
        var tcb = Unfold(in _cache![place], out var begin);
        SegmentArrives.Process(tcb, in packet.Tcp, _router.Effects);
        Output.Flush(tcb, _router.Effects);
        Conclude(place, tcb, begin, packet.Tuple);
    }

    private bool IcmpReports(int place, in Packet packet)
    {
        var tuple = _cache![place].Tuple;
        var tcb = Unfold(in _cache[place], out var begin);
        IcmpArrives.Process(tcb, in packet.Icmp, _router.Effects);
        Conclude(place, tcb, begin, in tuple);
        return true;
    }

    /// <summary>A record takes its edges of the state diagram when it ends: until then it may become a connection, which takes them itself.</summary>
    private void MadeWay()
    {
        _router.Population.Took(TcpState.Listen, Cause.SynArrives, TcpState.SynReceived);
        _router.Population.Took(TcpState.SynReceived, Cause.Recycled, TcpState.Closed);
    }

    private Tcb Unfold(in SynRecord record, out int begin)
    {
        var tcb = _router.ControlBlock(Settings, record.Tuple, record.Iss);
        _router.Effects.Begin(Shard.Now);
        OpenCall.Passive(tcb, _router.Effects);
        SegmentArrives.Resume(tcb, record.Syn, record.Repetitions, answeredAt: null, _router.Effects);
        begin = _router.Effects.Count;
        return tcb;
    }

    private void Conclude(int place, Tcb tcb, int begin, in FourTuple tuple)
    {
        if (tcb.State != TcpState.SynReceived)
        {
            _cache!.Remove(place);
            _router.Population.Took(TcpState.Listen, Cause.SynArrives, TcpState.SynReceived);
        }

        for (var i = begin; i < _router.Effects.Count; i++)
        {
            ref readonly var effect = ref _router.Effects[i];
            if (effect.Kind == EffectKind.StateChanged)
            {
                _router.CountMove(effect.From, effect.Cause, effect.To);
            }
        }

        _router.Reply(in tuple, Settings.Path, begin);
    }
}
