namespace ActorTcp.Reports;

/// <summary>What stands over a plot, in rows: the title of the y axis, then the names of phases and vertical marks, each in the first row that has room for it.</summary>
internal sealed class HeadLabels
{
    private const double Gap = 8;

    public HeadLabels(Scale x, IEnumerable<Phase> phases, IEnumerable<Mark> marks, Label? title)
    {
        Phases = [.. phases.Where(each => each.To >= x.Domain.From && each.From <= x.Domain.To).Select(each => (x.PlaceWithin(each.From), x.PlaceWithin(each.To), each.Label))];
        Marks = [.. marks.Where(each => x.Holds(each.At)).Select(each => (x.Place(each.At), each.Label))];
        List<List<Label>> rows = title is null ? [] : [[title]];
        foreach (var (from, to, text) in Phases)
        {
            Put(rows, [new(Math.Clamp((from + to) / 2, x.Start + (Label.WidthOf(text) / 2), Math.Max(x.Start + (Label.WidthOf(text) / 2), x.End - (Label.WidthOf(text) / 2))), 0, text, Anchor.Middle, "phase")]);
        }

        foreach (var (at, text) in Marks)
        {
            var right = new Label(at + 4, 0, text, Anchor.Start, "note");
            var left = new Label(at - 4, 0, text, Anchor.End, "note");
            Put(rows, right.Box.Right <= x.End + 6 ? left.Box.Left >= x.Start ? [right, left] : [right] : [left]);
        }

        Labels = [.. rows.SelectMany((row, index) => row.Select(label => label with { Y = ((index + 1) * Label.Row) - 4 }))];
        Height = rows.Count * Label.Row;
    }

    /// <summary>Of all rows, in pixels.</summary>
    public double Height { get; }

    public IReadOnlyList<Label> Labels { get; }

    /// <summary>From, to (pixels), name.</summary>
    public IReadOnlyList<(double From, double To, string Label)> Phases { get; }

    /// <summary>Where (pixels), name.</summary>
    public IReadOnlyList<(double At, string Label)> Marks { get; }

    private static void Put(List<List<Label>> rows, Label[] candidates)
    {
        foreach (var row in rows)
        {
            foreach (var candidate in candidates)
            {
                if (row.TrueForAll(other => candidate.Box.Right + Gap <= other.Box.Left || other.Box.Right + Gap <= candidate.Box.Left))
                {
                    row.Add(candidate);
                    return;
                }
            }
        }

        rows.Add([candidates[0]]);
    }
}
