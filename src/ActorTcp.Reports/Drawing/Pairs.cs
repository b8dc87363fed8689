namespace ActorTcp.Reports;

/// <summary>Which figures stand side by side.</summary>
internal static class Pairs
{
    /// <summary>Widens a half figure that has no partner.</summary>
    public static IEnumerable<Figure> Of(IReadOnlyList<Figure> figures)
    {
        for (var k = 0; k < figures.Count; k++)
        {
            if (figures[k].Width == FigureWidth.Half && k + 1 < figures.Count && figures[k + 1].Width == FigureWidth.Half)
            {
                yield return figures[k++];
                yield return figures[k];
            }
            else
            {
                yield return figures[k] with { Width = FigureWidth.Full };
            }
        }
    }
}
