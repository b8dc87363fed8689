using ActorTcp.Lab;

namespace ActorTcp.Cli;

/// <summary>The course of <c>actortcp load</c>: the load with its live view, then the report, then the thresholds.</summary>
internal static class Loading
{
    /// <returns>The exit code: <see cref="ExitCode.Failure"/> where a threshold is broken.</returns>
    public static async Task<int> RunAsync(LoadOptions options, TextWriter output, TextWriter error)
    {
        using var stop = new CancellationTokenSource();
        using var termination = new Termination();
        _ = termination.Requested.ContinueWith(_ => stop.Cancel(), TaskScheduler.Default);
        var run = new LoadRun(options.Job, TimeProvider.System);
        var view = new LoadView(error, !Console.IsErrorRedirected);
        run.Passed += view.Show;
        run.Noted += note => error.WriteLine($"note: {note}");
        var result = run.Run(stop.Token);
        var checks = options.Thresholds.Select(threshold => threshold.Of(result)).ToArray();
        var report = LoadReport.Of(result, CommandLine(), checks, MachineFacts.All());
        await LoadOutput.WriteAsync(report, result, options.Report, output, error);
        return checks.All(check => check.Holds) ? ExitCode.Success : ExitCode.Failure;
    }

    /// <summary>As it can be given to a shell again.</summary>
    internal static string CommandLine() => string.Join(' ', ["actortcp", .. Environment.GetCommandLineArgs()[1..].Select(Quoted)]);

    private static string Quoted(string word) =>
        word.Length > 0 && word.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '-' or '.' or '/' or ':' or '_' or '=' or ',')
            ? word : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";
}
