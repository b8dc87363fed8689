using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.3: step 3 of the three-way handshake, the client's answer to a SYN-ACK; or a simultaneous open.</content>
internal static partial class SegmentArrives
{
    private static bool InSynSent(Tcb tcb, in Segment seg, EffectList fx)
    {
        // First, check the ACK bit.
        if (seg.HasAck && (seg.Ack <= tcb.Snd.Iss || seg.Ack > tcb.Snd.Nxt))
        {
            if (!seg.HasRst)
            {
                Replies.ResetFor(in seg, fx);
            }

            return false;
        }

        // Second, check the RST bit: without an ACK it could be from anybody.
        if (seg.HasRst)
        {
            if (seg.HasAck && EcnSetup.FallsBack(tcb))
            {
                Replies.Syn(tcb, fx, isRepeated: true);
                tcb.Timers.Start(Timer.Retransmission, fx.Now + tcb.Rto.Value);
            }
            else if (seg.HasAck)
            {
                fx.Signal(Signal.ConnectionRefused);
                tcb.Enter(TcpState.Closed, Cause.ResetArrives, fx);
            }

            return false;
        }

        // Fourth, check the SYN bit. (Third, security, is not offered.) Fifth, drop what has neither SYN nor RST.
        if (!seg.HasSyn)
        {
            return false;
        }

        Synchronize(tcb, in seg, fx.Now);
        return seg.HasAck ? SynAckArrives(tcb, in seg, fx) : SynCrosses(tcb, in seg, fx);
    }

    private static bool SynAckArrives(Tcb tcb, in Segment seg, EffectList fx)
    {
        EcnSetup.SynAckArrives(tcb, in seg);
        tcb.FastOpen?.SynAckArrives(tcb, in seg);
        Acknowledged(tcb, in seg, fx);
        Establish(tcb, Cause.SynAckArrives, fx);
        tcb.Rcv.AckDue = AckDue.Now;
        return CheckUrgent(tcb, in seg, fx) && ProcessText(tcb, in seg, fx) && CheckFin(tcb, in seg, fx);
    }

    /// <summary>Simultaneous open (§3.5, Figure 7; MUST-10): both sides have sent a SYN, and each answers the other's.</summary>
    private static bool SynCrosses(Tcb tcb, in Segment seg, EffectList fx)
    {
        EcnSetup.SynCrosses(tcb, in seg);
        tcb.Enter(TcpState.SynReceived, Cause.SynArrives, fx);
        Replies.Syn(tcb, fx);
        tcb.Rto.StopTiming();   // our number has been sent twice: whose acknowledgment comes, nobody can tell
        QueueForLater(tcb, in seg, fx);
        return true;
    }

    /// <summary>"Any other incoming control or data (combined with SYN) will be processed in SYN-RECEIVED": it is held, unacknowledged: whom we called may cost a buffer.</summary>
    private static void QueueForLater(Tcb tcb, in Segment seg, EffectList fx)
    {
        var length = (int)Math.Min((uint)seg.Text.Length, tcb.Rcv.Wnd);
        if (length > 0)
        {
            Hold(tcb, tcb.Rcv.Nxt, offset: 0, length, fx);
        }

        NoteFin(tcb, in seg);
    }
}
