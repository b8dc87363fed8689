namespace ActorTcp.Reports;

/// <summary>A small shape for each colour, so that lines can be told apart without colours.</summary>
internal static class Marker
{
    /// <summary>The path of the shape that goes with a colour, around a point.</summary>
    public static string Path(int hue, double x, double y) => $"M{Svg.Px(x, y)}" + (hue switch
    {
        1 => "m-3.5 0a3.5 3.5 0 1 0 7 0a3.5 3.5 0 1 0 -7 0z",
        2 => "m-3.2 -3.2h6.4v6.4h-6.4z",
        3 => "m0 -4.2l4.2 7.4h-8.4z",
        4 => "m0 -4.6l4.6 4.6l-4.6 4.6l-4.6 -4.6z",
        5 => "m0 4.2l4.2 -7.4h-8.4z",
        6 => "m-1.4 -4.4h2.8v3h3v2.8h-3v3h-2.8v-3h-3v-2.8h3z",
        7 => "m-2 -4.4h4l2.6 4.4l-2.6 4.4h-4l-2.6 -4.4z",
        8 => "m-4.4 -2.2h8.8v4.4h-8.8z",
        _ => "m-2.5 0a2.5 2.5 0 1 0 5 0a2.5 2.5 0 1 0 -5 0z",
    });
}
