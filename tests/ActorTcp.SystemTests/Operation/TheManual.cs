using ActorTcp.Cli;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>The manual pages, read by those who know the language.</summary>
public sealed class TheManual
{
    public static TheoryData<string> Names => [.. Pages().Select(page => page.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Has_no_faults_that_mandoc_knows(string name) => Check(name, "mandoc", "-T", "lint", "-W", "warning");

    [Theory, MemberData(nameof(Names))]
    public void Has_no_faults_that_man_knows(string name) => Check(name, "man", "--warnings", "--encoding=UTF-8", "-Tutf8", "-Z", "-l");

    private static void Check(string name, string command, params ReadOnlySpan<string> arguments)
    {
        Needs.Command(command);
        using var file = new TemporaryFile(Pages().Single(page => page.Name == name).Text);
        using var running = new RunningCommand(command, [.. arguments, file.Path]);
        var result = running.WaitForExit(TimeSpan.FromSeconds(30)).MustSucceed();
        Assert.Equal("", result.Error);
    }

    private static IEnumerable<ManualPage> Pages() => ManualPage.Below([new ActorTcpCommand().Root], "1.2.3", new DateOnly(2026, 11, 22));
}
