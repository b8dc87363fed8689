using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>One thing that happened to a connection. Which fields mean something is said by <see cref="Kind"/>; sequence numbers are as on the wire.</summary>
internal readonly record struct HistoryEntry
{
    public TimeSpan At { get; init; }

    public SeqNum Seq { get; init; }

    public SeqNum Ack { get; init; }

    public ushort TextLength { get; init; }

    public ushort Wnd { get; init; }

    public ControlBits Control { get; init; }

    public HistoryEntryKind Kind { get; init; }

    public SendReason Reason { get; init; }

    public TcpState From { get; init; }

    public TcpState To { get; init; }

    public Cause Cause { get; init; }

    public Signal Signal { get; init; }

    public bool HasFin => (Control & ControlBits.Fin) != 0;

    public bool HasSyn => (Control & ControlBits.Syn) != 0;

    public bool HasRst => (Control & ControlBits.Rst) != 0;

    public bool HasAck => (Control & ControlBits.Ack) != 0;

    /// <summary>SEG.LEN: text, and one each for SYN and FIN.</summary>
    public uint Len => TextLength + (HasSyn ? 1u : 0) + (HasFin ? 1u : 0);

    /// <summary>The sequence number behind the segment.</summary>
    public SeqNum End => Seq + Len;
}
