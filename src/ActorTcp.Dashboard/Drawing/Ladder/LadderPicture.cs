using ActorTcp.Protocol;
using ActorTcp.Reports;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>Where each line and word of a ladder diagram lies: lives downwards, segments falling from one to the other, the states that an end enters beside it.</summary>
public sealed class LadderPicture
{
    internal const double Width = 400;
    internal const double LeftLife = 88;
    internal const double RightLife = Width - LeftLife;

    /// <summary>How much lower a segment arrives than it leaves.</summary>
    private const double Fall = 14;
    private const double Captions = 46;
    private const double StateRow = 15;

    private readonly Life _left;
    private readonly Life _right;

    internal LadderPicture(Ladder ladder)
    {
        Ladder = ladder;
        (_left, _right) = (new Life(LeftLife), new Life(RightLife));
        var y = Captions;
        var rungs = new List<DrawnRung>();
        foreach (var rung in ladder.Rungs)
        {
            rungs.Add(Draw(rung, y));
            y += rungs[^1].Height;
        }

        Height = y + StateRow;
        Rungs = rungs;
        Lives = [.. _left.EndAt(Height), .. _right.EndAt(Height)];
    }

    internal Ladder Ladder { get; }

    internal double Height { get; }

    internal IReadOnlyList<DrawnRung> Rungs { get; }

    internal IReadOnlyList<LifePiece> Lives { get; }

    internal IEnumerable<Label> CaptionLabels => [.. Caption(Ladder.Left, 0, Anchor.Start), .. Caption(Ladder.Right, Width, Anchor.End)];

    private static IEnumerable<Label> Caption(string caption, double x, Anchor anchor) =>
        caption.Split('\n').Select((line, i) => new Label(x, 14 + (i * 16), line, anchor, i == 0 ? "end-name" : "end-address"));

    private DrawnRung Draw(LadderRung rung, double top)
    {
        var isSegment = rung.Segment is not null;
        var (start, end) = isSegment ? (top + 22, top + 22 + Fall) : (top + 14, top + 14);
        var (left, right) = isSegment && !rung.ToRight ? (end, start) : (start, end);
        var states = Math.Max(rung.Left.Count, rung.Right.Count) * StateRow;
        var height = isSegment ? Math.Max(60, 24 + Fall + states) : Math.Max(rung.Note.Length > 0 ? 32 : 22, states + 8);
        return new DrawnRung
        {
            Rung = rung,
            Top = top,
            Height = height,
            Arrow = isSegment ? SegmentPath(rung, start, end) : "",
            Head = isSegment && rung.Passage is LadderPassage.Whole or LadderPassage.Arrives ? HeadPath(rung.ToRight, end) : "",
            Labels = [.. Words(rung, top, isSegment), .. States(rung.Left, _left, left, LeftLife - 8, Anchor.End), .. States(rung.Right, _right, right, RightLife + 8, Anchor.Start)],
        };
    }

    private IEnumerable<Label> Words(LadderRung rung, double top, bool isSegment)
    {
        var since = $"+{Quantity.Text((rung.At - Ladder.Began).TotalSeconds, Unit.Seconds)}";
        var margin = !isSegment ? rung.Note : rung.Note.Length > 0 ? $"{since} · {rung.Note}" : since;
        var words = rung.Segment is { } segment ? segment.ToString() : "";
        return new Label[]
        {
            new(Width / 2, top + 16, words, Anchor.Middle, Label.WidthOf(words) switch { > 235 => "segment tightest", > 205 => "segment tight", _ => "segment" }),
            new(Width / 2, isSegment ? top + 22 + Fall + 14 : top + 18, margin, Anchor.Middle, "margin"),
        }.Where(label => label.Text.Length > 0);
    }

    private static List<Label> States(IReadOnlyList<TcpState> states, Life life, double y, double x, Anchor anchor) =>
        states.Select((state, i) =>
        {
            life.Enter(state, y + (i * StateRow));
            return new Label(x, y + 4 + (i * StateRow), LadderWords.Of(state), anchor, $"state {StateWords.Phase(state)}");
        }).ToList();

    private static string SegmentPath(LadderRung rung, double start, double end)
    {
        var (from, to) = rung.ToRight ? (LeftLife, RightLife) : (RightLife, LeftLife);
        var (middle, half) = ((from + to) / 2, (start + end) / 2);
        var inward = rung.ToRight ? -8 : 8;
        return rung.Passage switch
        {
            LadderPassage.Whole => $"M{Svg.Px(from, start)}L{Svg.Px(to + inward, end)}",
            LadderPassage.Lost => $"M{Svg.Px(from, start)}L{Svg.Px(middle, half)}m-5 -5l10 10m0 -10l-10 10",
            LadderPassage.Departs => $"M{Svg.Px(from, start)}L{Svg.Px(middle, half)}",
            LadderPassage.Arrives => $"M{Svg.Px(middle, half)}L{Svg.Px(to + inward, end)}",
        };
    }

    private static string HeadPath(bool toRight, double y) => toRight ? $"M{Svg.Px(RightLife - 1, y)}l-11 -5.5 1 9.5z" : $"M{Svg.Px(LeftLife + 1, y)}l11 -5.5 -1 9.5z";
}
