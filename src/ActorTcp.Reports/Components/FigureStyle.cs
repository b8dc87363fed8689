namespace ActorTcp.Reports;

/// <summary>The style sheet, which every page that shows a figure includes once.</summary>
public static class FigureStyle
{
    public static string Sheet { get; } = Read("report.css");

    private static string Read(string name)
    {
        using var stream = typeof(FigureStyle).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
