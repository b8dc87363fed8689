using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.3.1, Figure 3: the send sequence space.</summary>
/// <remarks>The send buffer holds [<see cref="Una"/>, <see cref="End"/>) without the SYN; a FIN takes the number <see cref="End"/>.</remarks>
internal struct SendSequence
{
    /// <summary>SND.UNA: oldest unacknowledged sequence number.</summary>
    public SeqNum Una;

    /// <summary>SND.NXT: next sequence number that was never sent.</summary>
    public SeqNum Nxt;

    /// <summary>Where sending goes on: SND.NXT, but behind it while a timeout's losses are repeated.</summary>
    public SeqNum Cursor;

    /// <summary>The number after the last octet that the user has given to SEND.</summary>
    public SeqNum End;

    /// <summary>SND.WND: octets from SND.UNA that the peer is ready for.</summary>
    public uint Wnd;

    /// <summary>The largest window that the peer has offered: Max(SND.WND) of §3.8.6.2.1, MAX.SND.WND of RFC 5961 §5.</summary>
    public uint MaxWnd;

    /// <summary>SND.WL1: segment sequence number of the last window update.</summary>
    public SeqNum Wl1;

    /// <summary>SND.WL2: segment acknowledgment number of the last window update.</summary>
    public SeqNum Wl2;

    /// <summary>SND.UP: the octet after the urgent ones; meaningful while <see cref="Urgent"/>.</summary>
    public SeqNum Up;

    /// <summary>ISS: initial send sequence number.</summary>
    public SeqNum Iss;

    /// <summary>SendMSS: the largest segment that the peer accepts, from its MSS option or the default (MUST-15).</summary>
    public ushort Mss;

    /// <summary>Snd.Wind.Shift of RFC 7323 §2.3: the peer's windows are scaled by it, those of its SYN excepted.</summary>
    public byte Shift;

    /// <summary>Whether octets before SND.UP are still unacknowledged.</summary>
    public bool Urgent;

    /// <summary>The user has closed: a FIN follows the octet before <see cref="End"/>.</summary>
    public bool FinQueued;

    /// <summary>The oldest octet in the send buffer: SND.UNA, once the SYN before it is acknowledged.</summary>
    public readonly SeqNum FirstOctet => SeqNum.Max(Una, Iss + 1);

    /// <summary>SND.NXT, or the right edge of the peer's window where a probe or a shrunken window has left it behind: further to the right, nothing is acceptable to the peer.</summary>
    public readonly SeqNum Acceptable => SeqNum.Min(Nxt, FirstOctet + Wnd);

    /// <summary>Octets of sequence space in flight.</summary>
    public readonly uint Flight => Nxt.After(Una);

    /// <summary>Octets from the cursor on that wait to be sent.</summary>
    public readonly uint Unsent => Cursor < End ? End.After(SeqNum.Max(Cursor, Iss + 1)) : 0;

    /// <summary>Whether our SYN still waits for its acknowledgment; CLOSE may have left SYN-RECEIVED meanwhile.</summary>
    public readonly bool SynInFlight => Una == Iss && Nxt != Iss;

    public readonly bool FinUnsent => FinQueued && Cursor <= End;

    public readonly bool FinAcknowledged => FinQueued && Una > End;

    /// <summary>Whether anything waits to be sent or to be acknowledged.</summary>
    public readonly bool HasWork => Una != Nxt || Unsent > 0 || FinUnsent;
}
