using System.Diagnostics;
using System.Text.Json;

namespace ActorTcp.Lab;

/// <summary>
/// Another process of this program that does a share of a load, for the descriptors or the processor that one process does not have. It is told its order in a
/// line on its standard input, and answers in lines of <see cref="LoadNews"/>; when its input ends, its load ends early.
/// </summary>
internal sealed class LoadHelper : IDisposable
{
    /// <summary>The command line's only word for a process that is to be one.</summary>
    public const string Mark = "--load-helper";

    private readonly Process _process;

    public LoadHelper(LoadOrder order)
    {
        var command = Environment.GetCommandLineArgs();
        var isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        _process = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, isHosted ? [command[0], Mark] : [Mark])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(order, LoadResultFile.Line));
        _process.StandardInput.Flush();
    }

    /// <summary>Blocks until the helper has told everything.</summary>
    /// <exception cref="IOException">It could not do its share.</exception>
    public LoadShare Listen(Action<LoadSecond> passed, CancellationToken stop)
    {
        using var closing = stop.UnsafeRegister(_ => _process.StandardInput.Close(), null);
        while (_process.StandardOutput.ReadLine() is { } line)
        {
            var news = JsonSerializer.Deserialize<LoadNews>(line, LoadResultFile.Line)!;
            if (news.Share is { } share)
            {
                return share;
            }

            if (news.Failure is { } failure)
            {
                throw new IOException($"a helper process: {failure}");
            }

            passed(news.Second!);
        }

        throw new IOException("a helper process has ended before its load");
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
        var order = JsonSerializer.Deserialize<LoadOrder>(input.ReadLine()!, LoadResultFile.Line)!;
        using var stop = new CancellationTokenSource();
        new Thread(() =>
        {
            input.ReadLine();
            stop.Cancel();
        }) { IsBackground = true }.Start();
        var worker = new LoadWorker(order.Job, time);
        worker.Passed += second => Tell(new LoadNews { Second = second });
        try
        {
            Tell(new LoadNews { Share = worker.Run(order.Beginning, stop.Token) });
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
}
