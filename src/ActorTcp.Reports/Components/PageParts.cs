namespace ActorTcp.Reports;

/// <summary>What every page that shows figures includes once.</summary>
public static class PageParts
{
    /// <summary>Colours in light and dark, sizes, print.</summary>
    public static string StyleSheet { get; } = Read("report.css");

    /// <summary>Read-outs under the pointer; a page without it lacks nothing but them.</summary>
    public static string Script { get; } = Read("report.js");

    private static string Read(string name)
    {
        using var stream = typeof(PageParts).Assembly.GetManifestResourceStream(name)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
