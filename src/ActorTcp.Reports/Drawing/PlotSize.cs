namespace ActorTcp.Reports;

/// <summary>For how wide a place a figure is drawn. A page holds both drawings and shows the one that fits, so that text keeps its size on a phone.</summary>
/// <param name="Name">The class that the style sheet shows or hides.</param>
/// <param name="Width">In pixels of the drawing.</param>
/// <param name="Height">Of a line chart; bars take what they need.</param>
internal sealed record PlotSize(string Name, double Width, double Height)
{
    public static readonly PlotSize Wide = new("wide", 900, 340);
    public static readonly PlotSize Narrow = new("narrow", 400, 290);
}
