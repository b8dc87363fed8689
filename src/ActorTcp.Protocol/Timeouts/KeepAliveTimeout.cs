using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.8.4: keep-alives, off by default (MUST-25), sent only on an idle connection (MUST-26), without text (SHLD-12).</summary>
internal static class KeepAliveTimeout
{
    public static void Start(Tcb tcb, TimeSpan now)
    {
        tcb.KeepAliveProbes = 0;
        if (tcb.Settings.KeepAlive is not null)
        {
            tcb.Timers.Start(Timer.KeepAlive, now + Idle(tcb));
        }
    }

    /// <summary>An acceptable segment has come: the peer is alive, and the idle time begins anew.</summary>
    public static void Heard(Tcb tcb, TimeSpan now)
    {
        if (tcb.Timers.IsRunning(Timer.KeepAlive))
        {
            Start(tcb, now);
        }
    }

    public static void Process(Tcb tcb, EffectList fx)
    {
        if (tcb.Snd.HasWork)
        {
            tcb.Timers.Start(Timer.KeepAlive, fx.Now + Idle(tcb));
            return;
        }

        if (tcb.KeepAliveProbes >= tcb.Settings.KeepAliveProbes)
        {
            UserTimeout.Process(tcb, fx);
            return;
        }

        // An old octet again: an acknowledgment is the only answer a living peer can give, a reset that of one who has forgotten us.
        var probe = new OutgoingSegment { Seq = tcb.Snd.Nxt - 1, Control = ControlBits.Ack, Reason = SendReason.KeepAlive };
        Replies.Acknowledging(tcb, ref probe, fx.Now);
        fx.Send(in probe);
        tcb.KeepAliveProbes++;
        tcb.Timers.Start(Timer.KeepAlive, fx.Now + tcb.Settings.KeepAliveInterval);
    }

    /// <summary>RFC 5482 §4.2: longer than a user timeout that was agreed upon, or the probes would end what it is to keep.</summary>
    private static TimeSpan Idle(Tcb tcb)
    {
        var idle = tcb.Settings.KeepAlive!.Value;
        return tcb.RemoteUserTimeout != 0 && idle <= tcb.UserTimeout ? tcb.UserTimeout + tcb.Settings.KeepAliveInterval : idle;
    }
}
