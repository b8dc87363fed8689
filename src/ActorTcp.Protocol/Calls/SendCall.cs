namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.10.2: SEND. The octets themselves go into the actor's send buffer; here they are only counted.</summary>
internal static class SendCall
{
    /// <param name="octets">How many octets the user appends; all of them are pushed.</param>
    /// <param name="urgent">Whether they are urgent, and all before them (§3.8.5).</param>
    public static CallResult Process(Tcb tcb, int octets, EffectList fx, bool urgent = false)
    {
        switch (tcb.State)
        {
            case TcpState.Closed:
                return CallResult.ConnectionDoesNotExist;
            case TcpState.Listen when !tcb.RemoteSpecified:
                return CallResult.RemoteSocketUnspecified;
            case TcpState.FinWait1 or TcpState.FinWait2 or TcpState.Closing or TcpState.LastAck or TcpState.TimeWait:
                return CallResult.ConnectionClosing;
        }

        if (tcb.Snd.FinQueued)
        {
            return CallResult.ConnectionClosing;   // CLOSE waits in SYN-RECEIVED
        }

        if (octets > Room(tcb))
        {
            return CallResult.InsufficientResources;
        }

        if (tcb.State == TcpState.Listen)
        {
            OpenCall.Connect(tcb, Cause.Send, fx);
        }

        tcb.Snd.End += (uint)octets;
        if (urgent)
        {
            tcb.Snd.Up = tcb.Snd.End;
            tcb.Snd.Urgent = true;
        }

        return CallResult.Ok;
    }

    /// <summary>Octets that the send buffer has room for.</summary>
    /// <param name="mayGrow">Whether there is memory for more than <see cref="ConnectionSettings.SendBuffer"/>: two congestion windows, one in flight and one to follow it.</param>
    public static int Room(Tcb tcb, bool mayGrow = true)
    {
        var grown = mayGrow ? (int)Math.Min(2L * tcb.Congestion.Size, tcb.Settings.SendBufferLimit) : 0;
        return Math.Max(Math.Max(tcb.Settings.SendBuffer, grown) - Buffered(tcb), 0);
    }

    private static int Buffered(Tcb tcb) => Math.Max(tcb.Snd.End - tcb.Snd.FirstOctet, 0);
}
