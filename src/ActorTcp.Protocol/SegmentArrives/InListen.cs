using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <content>RFC 9293 §3.10.7.2: step 2 of the three-way handshake, the server's answer to a SYN.</content>
internal static partial class SegmentArrives
{
    private static bool InListen(Tcb tcb, in Segment seg, EffectList fx)
    {
        // First, check for a RST: nothing could have been sent that it answers.
        if (seg.HasRst)
        {
            return false;
        }

        // Second, check for an ACK: any acknowledgment is bad here.
        if (seg.HasAck)
        {
            Replies.ResetFor(in seg, fx);
            return false;
        }

        // Third, check for a SYN. Fourth, anything else has no business here.
        if (!seg.HasSyn)
        {
            return false;
        }

        tcb.Origin = OpenKind.Passive;
        Synchronize(tcb, in seg, fx.Now);
        EcnSetup.SynArrives(tcb, in seg);
        tcb.Enter(TcpState.SynReceived, Cause.SynArrives, fx);
        if (tcb.IsOpenedFast)
        {
            OpenFast(tcb, in seg, fx);
        }

        Replies.Syn(tcb, fx);
        NoteFin(tcb, in seg);   // text that no cookie vouches for comes again, when its sender has proved its address
        tcb.Rto.Time(tcb.Snd.Nxt, fx.Now);
        AwaitFinalAck(tcb, fx);
        return true;
    }

    /// <summary>RFC 4987 §3.5, §3.6: puts a control block in LISTEN where it would stand, had it answered a SYN that something else has answered for it.</summary>
    /// <param name="syn">The peer's SYN, as far as it is remembered.</param>
    /// <param name="repetitions">How often the SYN-ACK was repeated.</param>
    /// <param name="answeredAt">When it was sent first; null when nobody knows.</param>
    public static void Resume(Tcb tcb, in Segment syn, byte repetitions, TimeSpan? answeredAt, EffectList fx)
    {
        tcb.Origin = OpenKind.Passive;
        Synchronize(tcb, in syn, fx.Now);
        EcnSetup.SynArrives(tcb, in syn);
        tcb.Enter(TcpState.SynReceived, Cause.SynArrives, fx);
        tcb.Snd.Cursor = tcb.Snd.Nxt = tcb.Snd.Iss + 1;
        tcb.Retransmissions = tcb.SynRetransmissions = repetitions;
        if (answeredAt is { } sent && repetitions == 0)
        {
            tcb.Rto.Time(tcb.Snd.Nxt, sent);
        }

        AwaitFinalAck(tcb, fx);
    }

    private static void AwaitFinalAck(Tcb tcb, EffectList fx)
    {
        tcb.Timers.Start(Timer.Retransmission, fx.Now + tcb.Rto.Value);
        tcb.Timers.Start(Timer.User, fx.Now + tcb.Settings.HalfOpenTimeout);
    }

    /// <summary>Takes IRS, the window and the options from the peer's SYN.</summary>
    private static void Synchronize(Tcb tcb, in Segment seg, TimeSpan now)
    {
        tcb.Rcv.Irs = seg.Seq;
        tcb.Rcv.Nxt = seg.Seq + 1;
        ReceiveWindow.Open(tcb);
        SegmentOptions.Learn(tcb, seg.Options, now);
        SendWindow.Set(tcb, in seg);
    }
}
