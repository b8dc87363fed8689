using System.CommandLine;
using ActorTcp.Cli;
using ActorTcp.Stack;

namespace ActorTcp.Tests.Documentation;

/// <summary>Every command line that a page shows is one that the program understands.</summary>
public sealed class CommandLines
{
    private static readonly Command Program = new ActorTcpCommand().Root;

    private static readonly IReadOnlyList<(string Place, string[] Words)> Shown =
        [.. MarkdownPage.All.SelectMany(page => page.Blocks("sh")).SelectMany(InBlock)];

    [Fact]
    public void Name_commands_and_options_that_there_are()
    {
        Assert.NotEmpty(Shown);
        var wrong = string.Join('\n', Shown.SelectMany(line => Program.Parse(line.Words).Errors.Select(error => $"{line.Place}: {string.Join(' ', line.Words)}: {error.Message}")));
        Assert.True(wrong.Length == 0, wrong);
    }

    [Fact]
    public void Give_them_values_that_they_take()
    {
        var wrong = string.Join('\n', Shown.Select(line => (line.Place, Refusal: Refusal(line.Words))).Where(line => line.Refusal is not null).Select(line => $"{line.Place}: {line.Refusal}"));
        Assert.True(wrong.Length == 0, wrong);
    }

    /// <summary>What names a file of the reader's own is passed over, and who owns a target is for the reader to know.</summary>
    private static string? Refusal(string[] words)
    {
        try
        {
            object _ = words switch
            {
                ["serve", ..] when !words.Any(IsFile) => new ServeCommand(_ => null).OptionsOf(Program.Parse(words)),
                ["lab", "run", var name, ..] when !IsFile(name) => LabRunOptions.Chosen(Program.Parse(words)),
                ["load", not "diff", ..] => LoadCommand.OptionsOf(Program.Parse([.. words, LoadSettings.IOwnThisTarget.Option])),
                ["ss" or "trace" or "capture" or "events", ..] => ConnectionFilter.Parse(string.Join(' ', Program.Parse(words).GetValue<string[]>("filter") ?? [])),
                _ => words,
            };
            return null;
        }
        catch (Exception wrong) when (wrong is BadInputException or FormatException)
        {
            return wrong.Message;
        }
    }

    private static bool IsFile(string word) => Path.GetExtension(word) is ".json" or ".yaml" or ".token";

    private static IEnumerable<(string Place, string[] Words)> InBlock(CodeBlock block) => block.Code.Replace("\\\n", " ", StringComparison.Ordinal).Split('\n')
        .SelectMany(ShellWords.Commands)
        .Select(words => words.SkipWhile(word => word is "sudo").ToArray() switch
        {
            ["actortcp", .. var own] => own,
            ["dotnet", "run", .. var run] when run.Contains("src/ActorTcp.Cli") => run[(Array.IndexOf(run, "--") + 1)..],
            _ => null,
        })
        .OfType<string[]>()
        .Select(words => (block.ToString(), words));
}
