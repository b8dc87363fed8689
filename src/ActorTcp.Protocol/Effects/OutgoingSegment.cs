using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>A segment to send, its text named by place: <see cref="TextLength"/> octets of the send buffer.</summary>
internal struct OutgoingSegment
{
    public SeqNum Seq;
    public SeqNum Ack;
    public ControlBits Control;
    public ushort Wnd;
    public ushort Up;
    public int TextLength;
    public SendReason Reason;
    public EcnCodepoint Ecn;
    public TcpOptions Options;

    /// <summary>The sequence number of the first octet of text.</summary>
    public readonly SeqNum TextStart => (Control & ControlBits.Syn) != 0 ? Seq + 1 : Seq;
}
