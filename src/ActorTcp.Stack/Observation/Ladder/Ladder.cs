namespace ActorTcp.Stack;

/// <summary>A ladder diagram, as the figures of RFC 9293 §3.5 are: two ends, and between them the segments in order of time. <see cref="LadderWriter"/> draws it.</summary>
/// <param name="Left">Caption of the left end; its lines stand above each other.</param>
/// <param name="Right">Caption of the right end.</param>
internal sealed record Ladder(string Left, string Right, IReadOnlyList<LadderRung> Rungs)
{
    /// <summary>From when the time counts: the first rung, also in a part of the ladder.</summary>
    public TimeSpan Began { get; init; } = Rungs is [var first, ..] ? first.At : TimeSpan.Zero;

    /// <summary>When the whole of it was over, which decides the unit of time.</summary>
    public TimeSpan Ended { get; init; } = Rungs is [.., var last] ? last.At : TimeSpan.Zero;

    /// <summary>Both ends have told what happened to them, so that what was lost, delayed or duplicated shows.</summary>
    /// <remarks>Their clocks must have begun together.</remarks>
    public static Ladder Between(LadderEnd left, LadderEnd right) => new(left.Caption, right.Caption, LadderOfTwo.Draw(left, right));

    /// <summary>Only one end has told; the states of the other are what RFC 9293 makes of the segments that it sends. Whoever sent the SYN stands on the left.</summary>
    /// <param name="peer">Caption of the other end.</param>
    public static Ladder Of(LadderEnd ours, string peer)
    {
        var isLeft = ours is { BeginsAtFinalAck: false, History: [{ Kind: not HistoryEntryKind.SegmentIn }, ..] };
        var rungs = LadderOfOne.Draw(ours, isLeft);
        return isLeft ? new Ladder(ours.Caption, peer, rungs) : new Ladder(peer, ours.Caption, rungs);
    }

    /// <summary>The drawing, its lines ended by a line feed.</summary>
    public string Format(LadderStyle style)
    {
        using var text = new StringWriter { NewLine = "\n" };
        new LadderWriter(text, style).Write(this);
        return text.ToString();
    }

    public override string ToString() => Format(LadderStyle.Plain);
}
