using ActorTcp.Wire;

namespace ActorTcp.Testing;

/// <summary>A segment as a script writes it: numbers are relative to the initial ones, and what is not written is not compared.</summary>
/// <param name="Control">PSH may be left out.</param>
/// <param name="Seq">Null for the reset of one who has no connection: SEQ=0, whatever the initial numbers.</param>
internal sealed record SegmentLine(ControlBits Control, uint? Seq, uint Ack, byte[] Text)
{
    private const ushort InjectedWindow = 65535;

    private ushort? Wnd { get; init; }

    private ushort? Up { get; init; }

    private TcpOptions? Options { get; init; }

    public SegmentLine Win(ushort window) => this with { Wnd = window };

    public SegmentLine Urg(ushort pointer) => this with { Control = Control | ControlBits.Urg, Up = pointer };

    public SegmentLine Psh() => this with { Control = Control | ControlBits.Psh };

    public SegmentLine With(ControlBits bits) => this with { Control = Control | bits };

    public SegmentLine With(string text) => this with { Text = Octets.Of(text) };

    public SegmentLine Mss(ushort size) => this with { Options = new TcpOptions { Present = OptionKinds.Mss, Mss = size } };

    /// <summary>The segment to inject.</summary>
    public SegmentCopy Absolute(SeqNum senderIsn, SeqNum receiverIsn) =>
        new(Seq is { } seq ? senderIsn + seq : default, HasAck ? receiverIsn + Ack : default, Control, Wnd ?? InjectedWindow, Text)
        {
            Up = Up ?? 0,
            Options = Options ?? default,
        };

    /// <summary>The segment that is expected where <paramref name="sent"/> came; what is not written is taken from there.</summary>
    public SegmentCopy Absolute(SeqNum senderIsn, SeqNum receiverIsn, SegmentCopy? sent) =>
        sent is null ? Absolute(senderIsn, receiverIsn) : Absolute(senderIsn, receiverIsn) with
        {
            Control = Control | (sent.Control & ControlBits.Psh),
            Wnd = Wnd ?? sent.Wnd,
            Options = Options ?? sent.Options,
        };

    private bool HasAck => (Control & ControlBits.Ack) != 0;
}
