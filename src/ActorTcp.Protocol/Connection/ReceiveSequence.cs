using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 9293 §3.3.1, Figure 4: the receive sequence space.</summary>
internal struct ReceiveSequence
{
    /// <summary>RCV.NXT: next sequence number expected.</summary>
    public SeqNum Nxt;

    /// <summary>Right edge of the window that was offered last: RCV.NXT + RCV.WND. It never moves left.</summary>
    public SeqNum Edge;

    /// <summary>RCV.UP: the octet after the peer's urgent ones; meaningful while <see cref="Urgent"/>.</summary>
    public SeqNum Up;

    /// <summary>IRS: initial receive sequence number.</summary>
    public SeqNum Irs;

    /// <summary>The number of the peer's FIN, once known: it may arrive before the text that it follows.</summary>
    public SeqNum FinAt;

    /// <summary>Octets in order that the user has not taken yet.</summary>
    public int Unread;

    /// <summary>Segments since the last acknowledgment (MUST-58: every second one is acknowledged).</summary>
    public byte SegmentsUnacknowledged;

    /// <summary>Rcv.Wind.Shift of RFC 7323 §2.3: our windows are scaled by it, those of our SYN excepted.</summary>
    public byte Shift;

    public AckDue AckDue;

    public bool FinKnown;

    public bool Urgent;

    /// <summary>The user has closed both directions: arriving text is an error (RFC 9293 §3.6.1, SHLD-3).</summary>
    public bool Shut;

    /// <summary>Text is taken up to here: up to the window's edge, or to the FIN.</summary>
    public readonly SeqNum TextEdge => FinKnown ? SeqNum.Min(FinAt, Edge) : Edge;

    /// <summary>Whether the peer's FIN has been processed: no text follows.</summary>
    public readonly bool HasTakenFin => FinKnown && Nxt == FinAt + 1;

    /// <summary>RCV.WND: octets from RCV.NXT that this side is ready for, as last offered.</summary>
    public readonly uint Wnd => Edge.After(Nxt);
}
