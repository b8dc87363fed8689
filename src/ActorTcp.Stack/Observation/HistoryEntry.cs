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
}
