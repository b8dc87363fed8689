namespace ActorTcp.Reports;

/// <summary>A series, ready to be drawn.</summary>
/// <param name="Markers">Where its shape is set, in pixels.</param>
internal sealed record DrawnLine(Series Series, int Hue, LinePath Path, IReadOnlyList<Point> Markers)
{
    /// <summary>The classes of the style sheet.</summary>
    public string Classes => DashClasses(Series, Hue);

    public static string DashClasses(Series series, int hue) => $"c{hue}" + series.Stroke switch { Stroke.Dashed => " dashed", Stroke.Dotted => " dotted", Stroke.Solid => "" };
}
