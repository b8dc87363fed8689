namespace ActorTcp.Reports;

/// <summary>Names of horizontal marks, above their lines at the right or wherever else there is room.</summary>
internal static class LevelLabels
{
    /// <param name="others">What is written already.</param>
    public static IReadOnlyList<(double At, Label Label)> Of(IEnumerable<Mark> marks, Scale y, Box area, IEnumerable<Label> others)
    {
        var taken = others.Select(each => each.Box).ToList();
        var placed = new List<(double At, Label Label)>();
        foreach (var mark in marks.Where(each => y.Holds(each.At)))
        {
            var at = y.Place(mark.At);
            Label[] candidates =
            [
                new(area.Right - 4, at - 5, mark.Label, Anchor.End, "note"),
                new(area.Right - 4, at + 14, mark.Label, Anchor.End, "note"),
                new(area.Left + 6, at - 5, mark.Label, Anchor.Start, "note"),
                new(area.Left + 6, at + 14, mark.Label, Anchor.Start, "note"),
            ];
            var label = candidates.FirstOrDefault(each => !taken.Exists(each.Box.Overlaps), candidates[0]);
            taken.Add(label.Box);
            placed.Add((at, label));
        }

        return placed;
    }
}
