namespace ActorTcp.Reports;

/// <summary>What stands over a plot, in rows: the title of the y axis, then the names of phases and vertical marks, each in the first row that has room for it.</summary>
internal sealed class HeadLabels
{
    private const double Gap = 8;

    private readonly List<List<Label>> _rows;

    public HeadLabels(Scale x, IEnumerable<Phase> phases, IEnumerable<Mark> marks, Label? title)
    {
        _rows = title is null ? [] : [[title with { Y = BaselineOf(0) }]];
        Phases = [.. phases.Where(each => each.To > x.Domain.From && each.From < x.Domain.To).Select(each => Put(each, x))];
        Marks = [.. marks.Where(each => x.Holds(each.At)).OrderBy(each => each.At).Select(each => Put(each, x))];
    }

    /// <summary>Of all rows, in pixels.</summary>
    public double Height => _rows.Count * Label.Row;

    public IReadOnlyList<Label> Labels => [.. _rows.SelectMany(each => each)];

    /// <summary>From where to where each phase reaches, and how far up, where its name is; in pixels.</summary>
    public IReadOnlyList<(double From, double To, double Top)> Phases { get; }

    /// <summary>Where each mark is, and how far up its line goes, to its name; in pixels.</summary>
    public IReadOnlyList<(double At, double Top)> Marks { get; }

    private (double From, double To, double Top) Put(Phase phase, Scale x)
    {
        var (from, to, half) = (x.PlaceWithin(phase.From), x.PlaceWithin(phase.To), Label.WidthOf(phase.Label) / 2);
        var middle = Math.Min(Math.Max((from + to) / 2, x.Start + half), Math.Max(x.End - half, x.Start + half));
        return (from, to, Put(new Label(middle, 0, phase.Label, Anchor.Middle, "phase")));
    }

    /// <summary>Its name begins at the line, or ends there where the plot ends soon.</summary>
    private (double At, double Top) Put(Mark mark, Scale x)
    {
        var at = x.Place(mark.At);
        var right = new Label(at + 4, 0, mark.Label, Anchor.Start, "note");
        var left = new Label(at - 4, 0, mark.Label, Anchor.End, "note");
        return (at, right.Box.Right > x.End + 6 ? Put(left) : left.Box.Left >= x.Start ? Put(right, left) : Put(right));
    }

    /// <returns>The top of the row that took the label.</returns>
    private double Put(params ReadOnlySpan<Label> candidates)
    {
        for (var row = 0; row < _rows.Count; row++)
        {
            foreach (var candidate in candidates)
            {
                if (_rows[row].TrueForAll(other => candidate.Box.Right + Gap <= other.Box.Left || other.Box.Right + Gap <= candidate.Box.Left))
                {
                    _rows[row].Add(candidate with { Y = BaselineOf(row) });
                    return row * Label.Row;
                }
            }
        }

        _rows.Add([candidates[0] with { Y = BaselineOf(_rows.Count) }]);
        return (_rows.Count - 1) * Label.Row;
    }

    private static double BaselineOf(int row) => ((row + 1) * Label.Row) - 4;
}
