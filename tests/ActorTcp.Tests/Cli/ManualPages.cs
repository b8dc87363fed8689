using System.CommandLine;
using ActorTcp.Cli;

namespace ActorTcp.Tests.Cli;

/// <summary><c>actortcp manual</c>: a page for each command, which says all that its help says.</summary>
public sealed class ManualPages
{
    private static readonly string[] Expected = ["actortcp", "actortcp-serve", "actortcp-demo", "actortcp-lab", "actortcp-lab-run", "actortcp-load", "actortcp-load-diff"];
    private static readonly Command Root = new ActorTcpCommand().Root;

    [Fact]
    public void Are_there_for_the_program_its_commands_and_theirs()
    {
        var names = Pages().Select(page => page.Name).ToList();
        Assert.Empty(Expected.Except(names, StringComparer.Ordinal));
        Assert.Equal(names.Distinct(StringComparer.Ordinal), names);
    }

    [Fact]
    public void Name_every_setting_of_the_daemon_and_what_a_reload_changes()
    {
        var page = Page("actortcp-serve");
        Assert.All(ServeSettings.All, setting => Assert.Contains(Roff.Bold(setting.Option), page, StringComparison.Ordinal));
        Assert.Contains("changes what may change: policy, half\\-open\\-limit,", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".not a request", "\\&.not a request")]
    [InlineData("'nor this", "\\&'nor this")]
    [InlineData("a\\r\\n", "a\\er\\en")]
    [InlineData("§3.10 – x", "\\[u00A7]3.10 \\[u2013] x")]
    public void Take_no_text_for_a_request(string text, string roff) => Assert.Equal(roff, Roff.Escape(text));

    private static string Page(string name) => Pages().Single(page => page.Name == name).Text;

    private static IEnumerable<ManualPage> Pages() => ManualPage.Below([Root], "1.2.3", new DateOnly(2026, 11, 22));
}
