using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>A segment arrives.</summary>
internal sealed record SegmentStep(ControlBits Control, (Anchor From, int Offset) Seq, (Anchor From, int Offset) Ack, int Text, ushort Window, Stamp Stamp) : Step
{
    /// <summary>Options for a SYN but for timestamps, which are what <see cref="Stamp"/> says.</summary>
    public OptionKinds SynOptions { get; init; }

    public ushort Mss { get; init; }

    public byte WindowScale { get; init; }

    public bool Has(ControlBits bits) => (Control & bits) == bits;

    public override string ToString() => $"{Control} seq {Place(Seq)}, ack {Place(Ack)}, {Text} octets, {Stamp} stamp";

    private static string Place((Anchor From, int Offset) at) => FormattableString.Invariant($"{at.From}{at.Offset:+#;-#;+0}");
}
