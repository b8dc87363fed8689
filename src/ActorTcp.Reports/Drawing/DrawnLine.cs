namespace ActorTcp.Reports;

/// <summary>A series, ready to be drawn.</summary>
/// <param name="Markers">Where its shape is set, in pixels.</param>
internal sealed record DrawnLine(Series Series, int Hue, LinePath Path, IReadOnlyList<Point> Markers)
{
    public string Classes => ClassesOf(Series, Hue);

    /// <summary>Colour and stroke, as the style sheet knows them.</summary>
    public static string ClassesOf(Series series, int hue) => $"c{hue}" + series.Stroke switch { Stroke.Dashed => " dashed", Stroke.Dotted => " dotted", Stroke.Solid => "" };
}
