using System.Xml.Linq;
using ActorTcp.Reports;

namespace ActorTcp.Tests.Reports;

/// <summary>What must be true of every drawing, whatever was measured.</summary>
internal static class Drawings
{
    private static readonly PlotSize[] Sizes = [PlotSize.Wide, PlotSize.Narrow];

    /// <summary>All plots of a page, read as XML.</summary>
    public static List<XElement> In(string page) => [.. page.Split("""<svg role="img" """).Skip(1).Select(rest => XElement.Parse("<svg " + rest[..rest.IndexOf("</div>", StringComparison.Ordinal)]))];

    public static Task<string> PageOfAsync(Figure figure) => ReportPage.RenderAsync(new()
    {
        Title = "one figure",
        Summary = "",
        Conclusion = "",
        Command = "",
        Sections = [new("", "", [figure])],
    });

    /// <summary>The texts of a figure in each size, with where they stand.</summary>
    public static IEnumerable<(PlotSize Size, List<Label> Labels)> LabelsOf(Figure figure) => Sizes.Select(size => (size, figure switch
    {
        LineChart chart => LinePlot.Of(chart, size).Labels.ToList(),
        BarChart chart => [.. new BarPlot(chart, size).Labels],
        _ => [],
    }));

    public static void NoLabelCoversAnother(Figure figure)
    {
        foreach (var (size, labels) in LabelsOf(figure))
        {
            for (var k = 0; k < labels.Count; k++)
            {
                foreach (var other in labels.Skip(k + 1))
                {
                    Assert.False(labels[k].Box.Overlaps(other.Box), $"{figure.Title}, {size.Name}: '{labels[k].Text}' covers '{other.Text}'");
                }
            }
        }
    }

    public static void IsSound(string page)
    {
        Assert.DoesNotContain("NaN", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Infinity", page, StringComparison.Ordinal);
        Assert.DoesNotContain("∞", page, StringComparison.Ordinal);
        Assert.All(In(page), drawing => Assert.NotNull(drawing.Attribute("viewBox")));
    }
}
