using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 7413: what a connection has to do with Fast Open; most have nothing, and no such object.</summary>
internal sealed class FastOpen
{
    /// <summary>What goes on our SYN, or on our SYN-ACK; null when that needs none.</summary>
    public FastOpenOption? Option { get; set; }

    /// <summary>Passive OPEN: the cookie was good, so the user has the connection from the SYN on.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>Active OPEN: the segment size that the server announced last, which limits the text of the SYN (§4.1.3).</summary>
    public ushort Mss { get; set; }

    /// <summary>Octets of text on a SYN: sent on ours, or taken from the peer's.</summary>
    public int TextOnSyn { get; set; }

    /// <summary>Active OPEN: how many of them the SYN-ACK acknowledged.</summary>
    public int Acknowledged { get; private set; }

    /// <summary>Active OPEN: what the SYN-ACK said, when it has come.</summary>
    public FastOpenAnswer Answer { get; private set; }

    /// <summary>How much text a SYN may take along: none without a cookie; with one, what has room beside options of any length, so that it can be told before there is a SYN.</summary>
    /// <returns>Octets.</returns>
    public int RoomOnSyn(ushort mtu, bool isV4) =>
        Option is { IsRequest: false } ? (int)MssOption.EffectiveSend(Mss, mtu, isV4, OptionsWriter.MaxLength) : 0;

    /// <summary>Puts the option on our SYN or SYN-ACK, and on a SYN with a cookie the text that is there for it.</summary>
    /// <remarks>Not when it is sent again, for somebody on the way may have dropped it because of them (§4.2.1).</remarks>
    public void OnSyn(Tcb tcb, ref OutgoingSegment syn)
    {
        if (Option is not { } option || (tcb.State != TcpState.SynSent && tcb.Origin == OpenKind.Active))
        {
            return;
        }

        option.PutInto(ref syn.Options);
        if (tcb.State == TcpState.SynSent)
        {
            TextOnSyn = syn.TextLength = (int)Math.Min(tcb.Snd.Unsent, (uint)RoomOnSyn(tcb.Mtu, tcb.IsV4));
        }
    }

    /// <summary>§4.2.2: takes from the SYN-ACK what is to be remembered; text of the SYN that it does not acknowledge is to be sent like any other.</summary>
    public void SynAckArrives(Tcb tcb, in Segment seg)
    {
        Acknowledged = (int)seg.Ack.After(tcb.Snd.Iss + 1);
        Mss = tcb.Snd.Mss;
        if (FastOpenOption.In(seg.Options) is { IsRequest: false } cookie)
        {
            (Option, Answer) = (cookie, FastOpenAnswer.Cookie);
        }
        else if (Acknowledged == 0 && (TextOnSyn > 0 || Option is { IsRequest: true }))
        {
            Answer = FastOpenAnswer.Refused;
        }

        tcb.Snd.Nxt = tcb.Snd.Cursor = seg.Ack;
    }
}
