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
    public static CallResult Active(Tcb tcb, EffectList fx) => Active(tcb, fx, octets: 0);

    /// <summary>OPEN and SEND in one.</summary>
    /// <param name="octets">What the user has given to SEND already; with Fast Open the first of them may go with the SYN.</param>
    public static CallResult Active(Tcb tcb, EffectList fx, int octets)
    {
        if (tcb.State is not (TcpState.Closed or TcpState.Listen))
        {
            return CallResult.ConnectionAlreadyExists;
        }

        if (!tcb.RemoteSpecified)
        {
            return CallResult.RemoteSocketUnspecified;
        }

        Connect(tcb, Cause.ActiveOpen, fx, octets);
        return CallResult.Ok;
    }

    /// <summary>Also the way by which SEND leaves LISTEN.</summary>
    internal static void Connect(Tcb tcb, Cause cause, EffectList fx, int octets = 0)
    {
        tcb.Origin = OpenKind.Active;
        tcb.Enter(TcpState.SynSent, cause, fx);
        EcnSetup.Opens(tcb);
        tcb.Snd.End += (uint)octets;
        Replies.Syn(tcb, fx);
        tcb.Rto.Time(tcb.Snd.Iss + 1, fx.Now);
        tcb.Timers.Start(Timer.Retransmission, fx.Now + tcb.Rto.Value);
        tcb.Timers.Start(Timer.User, fx.Now + tcb.Settings.SynTimeout);
    }
}
