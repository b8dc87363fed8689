using System.Runtime.InteropServices;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>One thing that happened to a connection. Which fields mean something is said by <see cref="Kind"/>; sequence numbers are as on the wire.</summary>
/// <remarks>What a move or a signal says lies where a segment has its sequence number: 24 octets for each, and there are many.</remarks>
[StructLayout(LayoutKind.Explicit)]
internal readonly record struct HistoryEntry
{
    [field: FieldOffset(0)]
    public TimeSpan At { get; init; }

    [field: FieldOffset(8)]
    public SeqNum Seq { get; init; }

    [field: FieldOffset(12)]
    public SeqNum Ack { get; init; }

    [field: FieldOffset(16)]
    public ushort TextLength { get; init; }

    [field: FieldOffset(18)]
    public ushort Wnd { get; init; }

    [field: FieldOffset(20)]
    public ControlBits Control { get; init; }

    [field: FieldOffset(22)]
    public HistoryEntryKind Kind { get; init; }

    [field: FieldOffset(23)]
    public SendReason Reason { get; init; }

    [field: FieldOffset(8)]
    public TcpState From { get; init; }

    [field: FieldOffset(9)]
    public TcpState To { get; init; }

    [field: FieldOffset(10)]
    public Cause Cause { get; init; }

    [field: FieldOffset(8)]
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
