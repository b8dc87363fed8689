using System.CommandLine;
using System.Globalization;
using ActorTcp.Control;

namespace ActorTcp.Cli;

/// <summary>How long a command looks on: until Ctrl-C, for a while, or for so many.</summary>
/// <param name="what">What is counted, such as packets.</param>
internal sealed class FollowOptions(string what)
{
    private readonly Option<int?> _count = new("--count", "-c") { Description = $"End after so many {what}.", HelpName = "COUNT" };
    private readonly Option<string?> _duration = new("--duration") { Description = "End after so many seconds.", HelpName = "SECONDS" };

    public void AddTo(Command command)
    {
        command.Add(_count);
        command.Add(_duration);
    }

    /// <exception cref="BadInputException">It is less than one.</exception>
    public int? Count(ParseResult parsed) => parsed.GetValue(_count) is not { } count || count > 0 ? parsed.GetValue(_count)
        : throw new BadInputException($"--count {count.ToString(CultureInfo.InvariantCulture)}: valid are numbers from 1.");

    /// <summary>Reads an answer, behind its first words, until there is enough of it.</summary>
    /// <exception cref="BadInputException">The duration is none.</exception>
    public async Task ReadAsync(ParseResult parsed, ControlClient asked, Func<Task> read)
    {
        using var termination = new Termination();
        await asked.ReadFormatAsync();
        await Console.Error.WriteLineAsync("looking on; Ctrl-C ends it");
        using var over = new CancellationTokenSource();
        var duration = parsed.GetValue(_duration) is { } seconds ? Duration(seconds) : Timeout.InfiniteTimeSpan;
        var finishing = FinishAsync();
        try
        {
            await read();
        }
        finally
        {
            await over.CancelAsync();
            await finishing;
        }

        async Task FinishAsync()
        {
            await Task.WhenAny(termination.Requested, Task.Delay(duration, over.Token));
            asked.Finish();
        }
    }

    private static TimeSpan Duration(string seconds)
    {
        try
        {
            return Parse.Seconds(seconds);
        }
        catch (FormatException wrong)
        {
            throw new BadInputException($"--duration {seconds}: {wrong.Message}");
        }
    }
}
