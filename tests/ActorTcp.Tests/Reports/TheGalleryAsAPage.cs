using ActorTcp.Reports;

namespace ActorTcp.Tests.Reports;

public sealed class TheGalleryAsAPage
{
    public static TheoryData<string> Titles => [.. Figures.Select(each => each.Title)];

    private static IEnumerable<Figure> Figures => Gallery.Report.Sections.SelectMany(each => each.Figures);

    [Fact]
    public async Task Is_the_same_to_the_octet_every_time() => Assert.Equal(await ReportPage.RenderAsync(Gallery.Report), await ReportPage.RenderAsync(Gallery.Report));

    [Fact]
    public async Task Opens_without_a_network()
    {
        var page = await ReportPage.RenderAsync(Gallery.Report);
        Assert.DoesNotContain("src=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<link", page, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http", page.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Draws_every_plot_for_a_desk_and_for_a_phone_with_a_name_and_words_for_who_cannot_see_it()
    {
        var drawings = Drawings.In(await ReportPage.RenderAsync(Gallery.Report));
        Assert.Equal(2 * Figures.Count(each => each is LineChart or BarChart), drawings.Count);
        Assert.All(drawings, drawing => Assert.NotEmpty(drawing.Attribute("aria-label")!.Value));
        Assert.All(drawings, drawing => Assert.True(drawing.Elements().First() is { Name.LocalName: "desc", Value.Length: > 20 }));
    }

    [Fact]
    public async Task Holds_numbers_only() => Drawings.IsSound(await ReportPage.RenderAsync(Gallery.Report));

    [Fact]
    public async Task Has_the_numbers_behind_each_plot_in_a_table()
    {
        var page = await ReportPage.RenderAsync(Gallery.Report);
        Assert.Equal(Figures.Count(each => each is LineChart or BarChart), page.Split("<details>").Length - 1);
    }

    [Theory, MemberData(nameof(Titles))]
    public void No_word_covers_another(string title) => Drawings.NoLabelCoversAnother(Figures.Single(each => each.Title == title));

    [Fact]
    public void A_half_figure_without_a_partner_takes_the_whole_width() => Assert.Equal(
        [FigureWidth.Full, FigureWidth.Half, FigureWidth.Half, FigureWidth.Full, FigureWidth.Full],
        Pairs.Of([Gallery.Tiles(), Gallery.Memory(), Gallery.CpuPerSyn(), Gallery.Failures(), Gallery.Occupancy()]).Select(each => each.Width));

    [Fact]
    public async Task Text_is_not_taken_for_markup()
    {
        var page = await ReportPage.RenderAsync(Gallery.Report with { Title = "<script>alert(1)</script>", Command = "a && b > c" });
        Assert.DoesNotContain("<script>alert", page, StringComparison.Ordinal);
        Assert.Contains("a &amp;&amp; b &gt; c", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_lines_of_one_family_share_a_colour_and_differ_in_stroke()
    {
        var page = await Drawings.PageOfAsync(Gallery.LatencyOfAll());
        var lines = Drawings.In(page)[0].Descendants().Where(each => each.Attribute("class")?.Value.StartsWith("series", StringComparison.Ordinal) == true).Select(each => each.Attribute("class")!.Value).ToList();
        Assert.Equal(12, lines.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(6, lines.Count(each => each.EndsWith(" dashed", StringComparison.Ordinal)));
        Assert.All(lines.Where(each => each.EndsWith(" dashed", StringComparison.Ordinal)), each => Assert.Contains(each[..^" dashed".Length], lines));
    }
}
