using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Testing;

/// <summary>A segment with octets of its own: it outlives the event that made it.</summary>
internal sealed record SegmentCopy(SeqNum Seq, SeqNum Ack, ControlBits Control, ushort Wnd, byte[] Text)
{
    public ushort Up { get; init; }

    public TcpOptions Options { get; init; }

    public EcnCodepoint Ecn { get; init; }

    public SendReason Reason { get; init; }

    /// <summary>When it was sent.</summary>
    public TimeSpan At { get; init; }

    public static SegmentCopy Of(in OutgoingSegment segment, byte[] text, TimeSpan at) =>
        new(segment.Seq, segment.Ack, segment.Control, segment.Wnd, text) { Up = segment.Up, Options = segment.Options, Ecn = segment.Ecn, Reason = segment.Reason, At = at };

    public Segment AsSegment() =>
        new() { Seq = Seq, Ack = Ack, Control = Control, Wnd = Wnd, Up = Up, Options = Options, Ecn = Ecn, Text = Text };

    /// <summary>One line in the words of packetdrill, relative to the initial sequence numbers of its sender and its receiver.</summary>
    public string Format(SeqNum senderIsn, SeqNum receiverIsn) => SegmentText.Format(AsSegment(), senderIsn, receiverIsn);
}
