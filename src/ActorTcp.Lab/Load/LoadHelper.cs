using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace ActorTcp.Lab;

/// <summary>
/// Another process of this program that does a share of a load, for the descriptors or the processor that one process does not have. It is told its job in a
/// line on its standard input, and when it is ready the beginning in another; it answers in lines of <see cref="LoadNews"/>. When its input ends, its load ends early.
/// </summary>
internal sealed class LoadHelper : IDisposable
{
    /// <summary>The command line's only word for a process that is to be one.</summary>
    public const string Mark = "--load-helper";

    private readonly Process _process;

    public LoadHelper(LoadJob job)
    {
        var command = Environment.GetCommandLineArgs();
        var isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, isHosted ? [command[0], Mark] : [Mark])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Say(job);
    }

    /// <summary>Blocks until the helper is ready to begin.</summary>
    /// <exception cref="IOException">It is none.</exception>
    public void AwaitReady() => Hear();

    /// <param name="beginning">The time stamp at which the plan begins; CLOCK_MONOTONIC is the same in every process.</param>
    public void Begin(long beginning) => Say(beginning);

    /// <summary>Blocks until the helper has told everything.</summary>
    /// <exception cref="IOException">It could not do its share.</exception>
    public LoadShare Listen(Action<LoadSecond> passed, CancellationToken stop)
    {
        using var closing = stop.UnsafeRegister(_ => _process.StandardInput.Close(), null);
        while (true)
        {
            var news = Hear();
            if (news.Share is { } share)
            {
                return share;
            }

            passed(news.Second!);
        }
    }

    public void Dispose()
    {
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }

    /// <summary>The helper's own side.</summary>
    public static void Serve(TextReader input, TextWriter output, TimeProvider time)
    {
        var worker = new LoadWorker(JsonSerializer.Deserialize<LoadJob>(input.ReadLine()!, LoadResultFile.Line)!, time);
        worker.Passed += second => Tell(new LoadNews { Second = second });
        Tell(new LoadNews());
        if (!long.TryParse(input.ReadLine(), CultureInfo.InvariantCulture, out var beginning))
        {
            return;   // called off
        }

        using var stop = new CancellationTokenSource();
        new Thread(() =>
        {
            input.ReadLine();
            stop.Cancel();
        })
        { IsBackground = true }.Start();
        try
        {
            Tell(new LoadNews { Share = worker.Run(beginning, stop.Token) });
        }
        catch (IOException failure)
        {
            Tell(new LoadNews { Failure = failure.Message });
        }

        void Tell(LoadNews news)
        {
            output.WriteLine(JsonSerializer.Serialize(news, LoadResultFile.Line));
            output.Flush();
        }
    }
    private void Say<T>(T word)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(word, LoadResultFile.Line));
        _process.StandardInput.Flush();
    }

    private LoadNews Hear()
    {
        var line = _process.StandardOutput.ReadLine() ?? throw new IOException("a helper process has ended before its load");
        var news = JsonSerializer.Deserialize<LoadNews>(line, LoadResultFile.Line)!;
        return news.Failure is { } failure ? throw new IOException($"a helper process: {failure}") : news;
    }
}
