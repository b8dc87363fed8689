using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>Sequences from a seed: mostly what a peer would do, so that every state is reached, and then what none should.</summary>
internal sealed class SequenceGenerator(int seed)
{
    private static readonly int[] Offsets = [1, -1, 2, -2, 10, -10, 500, -500, 3000, -3000, 100_000, -100_000, 0x4000_0000, -0x4000_0000];
    private static readonly ControlBits[] Usual = [ControlBits.Fin | ControlBits.Ack, ControlBits.Rst, ControlBits.Rst | ControlBits.Ack, ControlBits.Syn, ControlBits.Syn | ControlBits.Ack, ControlBits.Fin, ControlBits.None];
    private static readonly uint[] Isns = [0, 1_000_000, 0x7FFF_FFF0, 0xFFFF_FFF0];
    private readonly Random _random = new(seed);

    public Sequence Next()
    {
        var isActive = _random.Next(4) == 0;
        var stamped = _random.Next(2) == 0;
        List<Step> steps = [Handshake(isActive, stamped)];
        if (!isActive && _random.Next(10) > 0)
        {
            steps.Add(Segment(ControlBits.Ack, stamped));
        }

        for (var more = _random.Next(1, 10); more > 0; more--)
        {
            steps.Add(_random.Next(5) == 0 ? Call() : Any(stamped));
        }

        return new Sequence(isActive, Isns[_random.Next(Isns.Length)], steps);
    }

    private SegmentStep Handshake(bool isActive, bool stamped) => _random.Next(15) == 0
        ? Any(stamped)
        : Segment(isActive && _random.Next(4) > 0 ? ControlBits.Syn | ControlBits.Ack : ControlBits.Syn, stamped) with { Text = _random.Next(20) == 0 ? 5 : 0 };

    private SegmentStep Any(bool stamped)
    {
        var control = _random.Next(10) switch
        {
            < 5 => ControlBits.Ack,
            < 9 => Usual[_random.Next(Usual.Length)],
            _ => (ControlBits)_random.Next(64),
        };
        var isOpening = (control & (ControlBits.Syn | ControlBits.Ack)) == ControlBits.Syn;   // its number is the beginning of others: it must be the same for both
        var text = _random.Next(5) switch { 0 => _random.Next(1, 10), 1 => _random.Next(100, 1400), _ => 0 };
        return Segment(control, stamped) with
        {
            Seq = isOpening ? (Anchor.Next, _random.Next(2) * Offsets[_random.Next(Offsets.Length)]) : Near(),
            Ack = Near(),
            Text = text,
            Stamp = !stamped || _random.Next(15) == 0 ? Stamp.None : _random.Next(10) switch { 0 => Stamp.Same, 1 => Stamp.Older, _ => Stamp.Newer },
        };
    }

    /// <summary>The segment that is due.</summary>
    private SegmentStep Segment(ControlBits control, bool stamped) => new(control, (Anchor.Next, 0), (Anchor.Next, 0), Text: 0, Window: 65535, stamped ? Stamp.Newer : Stamp.None)
    {
        SynOptions = (OptionKinds)_random.Next(8),
        Mss = (ushort)_random.Next(400, 1461),
        WindowScale = (byte)_random.Next(16),
    };

    private CallStep Call() => _random.Next(8) switch
    {
        < 3 => new CallStep(UserCall.Send, _random.Next(1, 1200)),
        3 or 4 => new CallStep(UserCall.CloseSend),
        5 => new CallStep(UserCall.Receive),
        6 => new CallStep(UserCall.Close),
        _ => new CallStep(_random.Next(3) == 0 ? UserCall.Abort : UserCall.CloseSend),
    };

    private (Anchor From, int Offset) Near() => _random.Next(10) switch
    {
        < 6 => (Anchor.Next, 0),
        6 => (Anchor.Edge, _random.Next(-2, 3)),
        7 => (Anchor.Initial, _random.Next(0, 3)),
        _ => (Anchor.Next, Offsets[_random.Next(Offsets.Length)]),
    };
}
