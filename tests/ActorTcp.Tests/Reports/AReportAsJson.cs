using System.Text.Json;
using ActorTcp.Reports;

namespace ActorTcp.Tests.Reports;

public sealed class AReportAsJson
{
    [Fact]
    public void Comes_back_as_it_was()
    {
        var once = Written(Gallery.Report);
        var back = ReportJson.Read(new MemoryStream(once));
        Assert.Equal(once, Written(back));
        Assert.Equal(Gallery.Report.Sections.SelectMany(each => each.Figures).Select(each => each.GetType()), back.Sections.SelectMany(each => each.Figures).Select(each => each.GetType()));
    }

    [Fact]
    public void Without_a_conclusion_is_refused() => Assert.Throws<JsonException>(() => ReportJson.Read(new MemoryStream("""{"title":"t","summary":"s"}"""u8.ToArray())));

    [Fact]
    public void Has_a_schema_that_knows_every_kind_of_figure_and_every_unit()
    {
        var schema = ReportJson.Schema().ToJsonString();
        Assert.All(["lines", "bars", "table", "facts"], kind => Assert.Contains($"\"const\":\"{kind}\"", schema, StringComparison.Ordinal));
        Assert.All(Enum.GetNames<Unit>(), unit => Assert.Contains($"\"{unit}\"", schema, StringComparison.Ordinal));
    }

    private static byte[] Written(Report report)
    {
        var output = new MemoryStream();
        ReportJson.Write(report, output);
        return output.ToArray();
    }
}
