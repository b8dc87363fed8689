using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <content>What leaves.</content>
internal sealed partial class SegmentRouter
{
    /// <summary>How many of the effects from <paramref name="first"/> on can leave as one packet.</summary>
    public int SegmentsTogether(int first, bool isV4) => _isOffloading ? SuperSegment.Count(Effects, first, isV4) : 1;

    /// <summary>Writes one segment, its text from the send buffer.</summary>
    /// <param name="path">What IP is told: as the connection's settings have it, or those of the listener or stack that answers.</param>
    public void Transmit(in FourTuple tuple, in OutgoingSegment outgoing, in PathAttributes path, ByteRing? text = null, int textOffset = 0)
    {
        Count(in outgoing);
        Transmit(in tuple, in outgoing, in path, text, textOffset, segmentSize: 0);
    }

    /// <summary>Writes <paramref name="count"/> segments as one packet, which the device cuts up again: all as the first, with the control bits of the last.</summary>
    public void TransmitTogether(in FourTuple tuple, int first, int count, in PathAttributes path, ByteRing text, int textOffset)
    {
        var whole = Effects[first].Segment;
        var segmentSize = whole.TextLength;
        Count(in whole);
        for (var i = first + 1; i < first + count; i++)
        {
            ref readonly var segment = ref Effects[i].Segment;
            Count(in segment);
            whole.TextLength += segment.TextLength;
            whole.Control = segment.Control;
        }

        Counters.Add(Counter.SuperSegmentsOut);
        Transmit(in tuple, in whole, in path, text, textOffset, segmentSize);
    }

    private void Transmit(in FourTuple tuple, in OutgoingSegment outgoing, in PathAttributes path, ByteRing? text, int textOffset, int segmentSize)
    {
        var segment = new Segment
        {
            Seq = outgoing.Seq,
            Ack = outgoing.Ack,
            Control = outgoing.Control,
            Wnd = outgoing.Wnd,
            Up = outgoing.Up,
            Ecn = outgoing.Ecn,
        };
        if (outgoing.TextLength > 0)
        {
            var headers = SegmentWriter.HeaderLength(tuple.Local.IsV4, in outgoing.Options);
            text!.CopyTo(textOffset, _outbox.Next.Slice(headers, outgoing.TextLength));
        }

        var isWhole = !_isOffloading || outgoing.TextLength == 0;   // the sum over a header alone costs less than to have somebody finish it
        var length = SegmentWriter.WriteAround(_outbox.Next, outgoing.TextLength, in tuple, in path, in segment, in outgoing.Options, isWhole);
        Write(length, new PacketOffload(isWhole ? PacketChecksum.Complete : PacketChecksum.PseudoHeader, segmentSize));
    }

    /// <summary>RFC 9293 §3.10.7.1: nobody is there.</summary>
    public void AnswerAsClosed(in Packet packet, in PathAttributes path)
    {
        Effects.Begin(Shard.Now);
        SegmentArrives.InClosed(in packet.Tcp, Effects);
        Reply(packet.Tuple, in path);
    }

    /// <summary>Sends the replies of a turn that belongs to no connection: resets, as many as the rate limit allows.</summary>
    /// <param name="from">The first effect of the turn that counts.</param>
    public void Reply(in FourTuple tuple, in PathAttributes path, int from = 0)
    {
        for (var i = from; i < Effects.Count; i++)
        {
            if (Effects[i].Kind != EffectKind.Send)
            {
                continue;
            }

            if (_resets.TryTake(Shard.Now))
            {
                Transmit(in tuple, in Effects[i].Segment, in path);
            }
            else
            {
                Counters.Add(Counter.ResetsSuppressed);
            }
        }
    }

    private void Write(int length, PacketOffload offload)
    {
        Taps?.Leaves(_outbox.Next[..length]);
        _outbox.Add(length, offload);
    }

    private void IcmpArrives(in Packet packet, ReadOnlySpan<byte> octets, PacketOffload offload, bool mayHandOver)
    {
        if (mayHandOver && packet.Icmp.TryReadQuoted(out var tuple, out _) && HandOver(Hash(in tuple), octets, offload))
        {
            return;
        }

        Counters.Add(Counter.IcmpIn);
        if (packet.Icmp.IsEchoRequest)
        {
            if (_icmp.TryTake(Shard.Now))
            {
                Counters.Add(Counter.EchoReplies);
                Write(IcmpWriter.EchoReply(_outbox.Next, in packet), offload: default);
            }
            else
            {
                Counters.Add(Counter.IcmpSuppressed);
            }

            return;
        }

        if (!packet.Icmp.TryReadQuoted(out tuple, out _))
        {
            return;
        }

        if (Flows.Find(in tuple, Hash(in tuple)) is { } connection)
        {
            Shard.Deliver(connection, in packet);
        }
        else if (Listeners.Find(tuple.Local, tuple.LocalPort) is { } listener)
        {
            Shard.Deliver(listener, in packet);
        }
    }

    private void Count(in OutgoingSegment segment)
    {
        var isRepeated = segment.Reason is SendReason.Retransmission or SendReason.FastRetransmission or SendReason.LossProbe;
        Counters.Add(isRepeated ? Counter.SegmentsRetransmitted : Counter.SegmentsOut);
        Counters.Add(Counter.EcnReductions, (segment.Control & (ControlBits.Cwr | ControlBits.Syn)) == ControlBits.Cwr ? 1 : 0);
        switch (segment.Reason)
        {
            case SendReason.Retransmission:
                Counters.Add(Counter.SynAcksRetransmitted, (segment.Control & ControlBits.Syn) != 0 ? 1 : 0);
                break;
            case SendReason.FastRetransmission:
                Counters.Add(Counter.FastRetransmissions);
                break;
            case SendReason.LossProbe:
                Counters.Add(Counter.LossProbes);
                break;
            case SendReason.WindowProbe:
                Counters.Add(Counter.WindowProbes);
                break;
            case SendReason.KeepAlive:
                Counters.Add(Counter.KeepAliveProbes);
                break;
            case SendReason.ChallengeAck:
                Counters.Add(Counter.ChallengeAcks);
                break;
            case SendReason.Reset:
                Counters.Add(Counter.ResetsOut);
                break;
        }
    }

    public void Count(Incident incident) => Counters.Add(incident switch
    {
        Incident.ChallengeSuppressed => Counter.ChallengesSuppressed,
        Incident.SpuriousTimeout => Counter.SpuriousTimeouts,
        Incident.BlackHole => Counter.BlackHoles,
        Incident.MtuProbeArrived => Counter.MtuProbesArrived,
        Incident.MtuProbeLost => Counter.MtuProbesLost,
    });

    /// <summary>An edge of the state diagram, and what it means for the counters of RFC 4022 (tcpAttemptFails, tcpEstabResets).</summary>
    public void CountMove(TcpState from, Cause cause, TcpState to)
    {
        Population.Took(from, cause, to);
        if (to is not (TcpState.Closed or TcpState.Listen))
        {
            Counters.Add(Counter.Established, to == TcpState.Established ? 1 : 0);
            return;
        }

        if (from is TcpState.SynSent or TcpState.SynReceived)
        {
            Counters.Add(Counter.AttemptsFailed);
            Counters.Add(Counter.HalfOpenTimeouts, from == TcpState.SynReceived && cause == Cause.UserTimeout ? 1 : 0);
        }
        else if (from is TcpState.Established or TcpState.CloseWait)
        {
            Counters.Add(cause == Cause.UserTimeout ? Counter.EstablishedTimeouts : Counter.EstablishedResets);
        }
    }
}
