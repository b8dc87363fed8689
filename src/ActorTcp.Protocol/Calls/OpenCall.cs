namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.10.1: OPEN.</summary>
internal static class OpenCall
{
    public static CallResult Passive(Tcb tcb, EffectList fx)
    {
        if (tcb.State != TcpState.Closed)
        {
            return CallResult.ConnectionAlreadyExists;
        }

        tcb.Origin = OpenKind.Passive;
        tcb.Enter(TcpState.Listen, Cause.PassiveOpen, fx);
        return CallResult.Ok;
    }

    /// <summary>Step 1 of the three-way handshake: &lt;SEQ=ISS&gt;&lt;CTL=SYN&gt;.</summary>
    public static CallResult Active(Tcb tcb, EffectList fx)
    {
        if (tcb.State is not (TcpState.Closed or TcpState.Listen))
        {
            return CallResult.ConnectionAlreadyExists;
        }

        if (!tcb.RemoteSpecified)
        {
            return CallResult.RemoteSocketUnspecified;
        }

        Connect(tcb, Cause.ActiveOpen, fx);
        return CallResult.Ok;
    }

    /// <summary>Also the way by which SEND leaves LISTEN.</summary>
    internal static void Connect(Tcb tcb, Cause cause, EffectList fx)
    {
        tcb.Origin = OpenKind.Active;
        tcb.Enter(TcpState.SynSent, cause, fx);
        EcnSetup.Opens(tcb);
        Replies.Syn(tcb, fx);
        tcb.Rto.Time(tcb.Snd.Nxt, fx.Now);
        tcb.Timers.Start(Timer.Retransmission, fx.Now + tcb.Rto.Value);
        tcb.Timers.Start(Timer.User, fx.Now + tcb.Settings.SynTimeout);
    }
}
