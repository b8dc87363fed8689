using System.Diagnostics;

namespace ActorTcp.Packetdrill;

/// <summary>One script against one fresh stack.</summary>
internal sealed class ScriptRun(Toolchain tools, Script script, string branch)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static int _runs;

    /// <summary>What packetdrill cannot read is none of the stack's business.</summary>
    private static readonly string[] Unreadable = ["parse error", "unknown", "unable to parse", "semantic error", "bad IPv", "wireserver"];

    /// <summary>What google's own runner defines: the cookie that Linux makes with the suite's key for the addresses that packetdrill takes.</summary>
    private static readonly string[] Definitions = ["-D", "TFO_COOKIE=3021b9d889017eeb", "-D", "CODE=host_unreachable"];

    public (Outcome Outcome, string Reason) Run()
    {
        if (script.Obstacle is { } obstacle)
        {
            return (Outcome.NotApplicable, obstacle);
        }

        var name = $"{Interlocked.Increment(ref _runs)}";
        var copy = Path.Combine(tools.Folder, $"{name}-{Path.GetFileName(script.Path)}");
        File.WriteAllText(copy, script.ForBranch(branch));
        var kernel = new Kernel(script.Surroundings);
        foreach (var (knob, value) in script.ProcessKnobs)
        {
            kernel.Knobs.Pin(knob, value);   // the script turns it after everything else
        }

        using var host = new HostServer(kernel, Path.Combine(tools.Folder, name));
        var (status, said) = Execute(copy, host.Path);
        File.Delete(copy);
        said = said.Replace(copy, Path.GetFileName(script.Path), StringComparison.Ordinal);
        return kernel.Failures.TryPeek(out var failure) ? (Outcome.Failed, failure)
            : status == 0 ? (Outcome.Passed, "")
            : Array.Exists(Unreadable, said.Contains) ? (Outcome.NotApplicable, $"this packetdrill cannot read it: {Complaint(said)}")
            : kernel.Knobs.Notes is [var note, ..] ? (Outcome.NotApplicable, note)
            : Deviations.Of(script.Path, said) is { } deviation ? (Outcome.NotApplicable, deviation)
            : (Outcome.Failed, said.Trim());
    }

    private (int Status, string Said) Execute(string copy, string host)
    {
        // A script of Linux's suite may turn real knobs in /proc: those of a network namespace that ends with it.
        string[] line = [.. script.Surroundings.Dialect == Dialect.Linux ? ["unshare", "-n"] : Array.Empty<string>(),
            Toolchain.Packetdrill!, $"--so_filename={tools.Shim}", $"--local_ip={script.LocalAddress}", .. Definitions, copy];
        var start = new ProcessStartInfo(line[0], line[1..])
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(script.Path)),
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["LD_PRELOAD"] = tools.Shim;   // for the calls that packetdrill does not forward
        start.Environment["ACTORTCP_HOST"] = host;
        start.Environment["PATH"] = $"{tools.Commands}:{Environment.GetEnvironmentVariable("PATH")}";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Patience))
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            return (-1, $"it did not end within {Patience.TotalSeconds} s");
        }

        return (process.ExitCode, error.GetAwaiter().GetResult() + output.GetAwaiter().GetResult());
    }

    /// <summary>The first line without file name and line number.</summary>
    private static string Complaint(string text) => text.Trim().Split('\n')[0].Split(": ", 2)[^1];
}
