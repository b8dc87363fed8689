using ActorTcp.Dashboard;
using ActorTcp.Reports;
using Microsoft.Extensions.Options;

namespace ActorTcp.Tests.Dashboard;

/// <summary>Reports of a folder are read, and nothing else of the machine is.</summary>
public sealed class AShelfOfReports : IDisposable
{
    private static readonly Report Sample = new() { Title = "sample", Summary = "", Conclusion = "", Command = "", Sections = [] };

    private readonly DirectoryInfo _place = Directory.CreateTempSubdirectory("actortcp-shelf-");
    private readonly ReportShelf _shelf;

    public AShelfOfReports()
    {
        Folder = _place.CreateSubdirectory("reports").FullName;
        _shelf = Shelf(Folder);
    }

    private string Folder { get; }

    public void Dispose() => _place.Delete(recursive: true);

    [Fact]
    public async Task Finds_what_the_command_line_has_written()
    {
        await ReportFiles.WriteAsync(Sample, Path.Combine(Folder, "lemon2002-sim"));
        Assert.Equal(["lemon2002-sim"], _shelf.Names);
        Assert.Equal("sample", _shelf.Find("lemon2002-sim")!.Title);
    }

    [Fact]
    public void Keeps_a_report_for_the_next_daemon()
    {
        var name = _shelf.Keep("rtt", Sample);
        Assert.Equal([name], _shelf.Names);
        Assert.Equal("sample", Shelf(Folder).Find(name)!.Title);
    }

    [Fact]
    public void Keeps_the_latest_in_memory_without_a_folder()
    {
        var shelf = Shelf(null);
        var first = shelf.Keep("rtt", Sample);
        var others = Enumerable.Range(0, 20).Select(_ => shelf.Keep("rtt", Sample)).ToList();

        Assert.Null(shelf.Find(first));
        Assert.All(others, other => Assert.NotNull(shelf.Find(other)));
    }

    [Theory]
    [InlineData("..")]
    [InlineData("../secret")]
    [InlineData("/etc")]
    [InlineData("secret")]
    [InlineData("")]
    public async Task Reads_nothing_outside_the_folder(string name)
    {
        await ReportFiles.WriteAsync(Sample, Path.Combine(_place.FullName, "secret"));
        await ReportFiles.WriteAsync(Sample, _place.FullName);
        Assert.Null(_shelf.Find(name));
    }

    [Fact]
    public async Task Follows_no_links()
    {
        await ReportFiles.WriteAsync(Sample, Path.Combine(_place.FullName, "secret"));
        Directory.CreateSymbolicLink(Path.Combine(Folder, "linked"), Path.Combine(_place.FullName, "secret"));
        File.CreateSymbolicLink(Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "inside")).FullName, "report.json"), Path.Combine(_place.FullName, "secret", "report.json"));

        Assert.Empty(_shelf.Names);
        Assert.Null(_shelf.Find("linked"));
        Assert.Null(_shelf.Find("inside"));
    }

    [Fact]
    public void Has_no_report_where_the_file_is_none()
    {
        File.WriteAllText(Path.Combine(Directory.CreateDirectory(Path.Combine(Folder, "broken")).FullName, "report.json"), "{");
        Assert.Null(_shelf.Find("broken"));
    }

    private static ReportShelf Shelf(string? folder) => new(Options.Create(new ActorTcpPageOptions { ReportFolder = folder }), TimeProvider.System);
}
