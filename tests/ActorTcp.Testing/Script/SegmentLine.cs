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

    private EcnCodepoint Ecn { get; init; }

    private (uint Left, uint Right)[] Sacked { get; init; } = [];

    public SegmentLine Win(ushort window) => this with { Wnd = window };

    public SegmentLine Urg(ushort pointer) => this with { Control = Control | ControlBits.Urg, Up = pointer };

    public SegmentLine Psh() => this with { Control = Control | ControlBits.Psh };

    public SegmentLine With(ControlBits bits) => this with { Control = Control | bits };

    public SegmentLine With(string text) => this with { Text = Octets.Of(text) };

    /// <summary>The packet that carries it says that routers may mark it, or that one has.</summary>
    public SegmentLine With(EcnCodepoint ecn) => this with { Ecn = ecn };

    public SegmentLine Mss(ushort size) => With(OptionKinds.Mss, options => options with { Mss = size });

    public SegmentLine WindowScale(byte shift) => With(OptionKinds.WindowScale, options => options with { WindowScale = shift });

    public SegmentLine SackPermitted() => With(OptionKinds.SackPermitted, options => options);

    public SegmentLine Timestamps(uint val, uint ecr) => With(OptionKinds.Timestamps, options => options with { TsVal = val, TsEcr = ecr });

    /// <param name="cookie">In hexadecimal digits; none asks for one.</param>
    public SegmentLine FastOpen(string cookie = "") => With(OptionKinds.FastOpen, options =>
    {
        options.CookieLength = (byte)(cookie.Length / 2);
        Convert.FromHexString(cookie).CopyTo(options.Cookie);
        return options;
    });

    public SegmentLine UserTimeout(ushort timeout) => With(OptionKinds.UserTimeout, options => options with { UserTimeout = timeout });

    /// <summary>Blocks of the receiver's numbers, relative as the ACK is.</summary>
    public SegmentLine Sack(params (uint Left, uint Right)[] blocks) => this with { Sacked = blocks };

    /// <summary>Says that there are no options, which is compared too.</summary>
    public SegmentLine NoOptions() => this with { Options = default(TcpOptions) };

    /// <summary>The segment to inject.</summary>
    public SegmentCopy Absolute(SeqNum senderIsn, SeqNum receiverIsn) =>
        new(Seq is { } seq ? senderIsn + seq : default, HasAck ? receiverIsn + Ack : default, Control, Wnd ?? InjectedWindow, Text)
        {
            Up = Up ?? 0,
            Options = WithSack(Options ?? default, receiverIsn),
            Ecn = Ecn,
        };

    /// <summary>The segment that is expected where <paramref name="sent"/> came; what is not written is taken from there.</summary>
    public SegmentCopy Absolute(SeqNum senderIsn, SeqNum receiverIsn, SegmentCopy? sent) =>
        sent is null ? Absolute(senderIsn, receiverIsn) : Absolute(senderIsn, receiverIsn) with
        {
            Control = Control | (sent.Control & ControlBits.Psh),
            Wnd = Wnd ?? sent.Wnd,
            Options = Options is null && Sacked.Length == 0 ? sent.Options : WithSack(Options ?? default, receiverIsn),
        };

    private SegmentLine With(OptionKinds kind, Func<TcpOptions, TcpOptions> set)
    {
        var options = Options ?? default;
        return this with { Options = set(options with { Present = options.Present | kind }) };
    }

    private TcpOptions WithSack(TcpOptions options, SeqNum receiverIsn)
    {
        foreach (var (left, right) in Sacked)
        {
            options.Present |= OptionKinds.Sack;
            options.Sacks[options.SackCount++] = new SackBlock(receiverIsn + left, receiverIsn + right);
        }

        return options;
    }

    private bool HasAck => (Control & ControlBits.Ack) != 0;
}
