namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.3.1: the current segment's variables, a value over a packet buffer. Valid while the buffer is.</summary>
internal ref struct Segment
{
    /// <summary>SEG.SEQ</summary>
    public SeqNum Seq;

    /// <summary>SEG.ACK, meaningful only with the ACK bit.</summary>
    public SeqNum Ack;

    public ControlBits Control;

    /// <summary>SEG.WND as it stands in the header, not scaled.</summary>
    public ushort Wnd;

    /// <summary>SEG.UP, meaningful only with the URG bit.</summary>
    public ushort Up;

    public TcpOptions Options;

    /// <summary>What the packet that carries it says about congestion.</summary>
    public EcnCodepoint Ecn;

    /// <summary>The segment text: the octets after the header.</summary>
    public ReadOnlySpan<byte> Text;

    public readonly bool HasAck => (Control & ControlBits.Ack) != 0;

    public readonly bool HasSyn => (Control & ControlBits.Syn) != 0;

    public readonly bool HasFin => (Control & ControlBits.Fin) != 0;

    public readonly bool HasRst => (Control & ControlBits.Rst) != 0;

    public readonly bool HasUrg => (Control & ControlBits.Urg) != 0;

    /// <summary>SEG.LEN: octets of sequence space, text plus one for SYN and one for FIN.</summary>
    public readonly uint Len => (uint)Text.Length + (HasSyn ? 1u : 0) + (HasFin ? 1u : 0);

    /// <summary>The first sequence number after this segment: SEG.SEQ + SEG.LEN.</summary>
    public readonly SeqNum End => Seq + Len;

    /// <summary>The sequence number of the first octet of text; a SYN takes the number before it.</summary>
    public readonly SeqNum TextStart => HasSyn ? Seq + 1 : Seq;
}
