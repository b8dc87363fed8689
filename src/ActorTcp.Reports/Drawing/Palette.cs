namespace ActorTcp.Reports;

/// <summary>Eight colours that differ also for the colour-blind, in light and in dark; the style sheet names them <c>--hue-1</c> … <c>--hue-8</c>.</summary>
internal static class Palette
{
    public const int Count = 8;

    /// <summary>The colour of what is only compared with.</summary>
    public const int Reference = 0;

    /// <summary>A colour for each series, the same for those of one family.</summary>
    public static IReadOnlyList<int> Of(LineChart chart)
    {
        var families = chart.Series.Where(each => !each.IsReference).Select(Family).Distinct(StringComparer.Ordinal).ToList();
        return [.. chart.Series.Select(each => each.IsReference ? Reference : Hue(families.IndexOf(Family(each))))];
    }

    public static int Hue(int index) => (index % Count) + 1;

    private static string Family(Series series) => series.Family ?? series.Name;
}
