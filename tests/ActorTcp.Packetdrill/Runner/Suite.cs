using System.Collections.Concurrent;

namespace ActorTcp.Packetdrill;

/// <summary>All scripts under a folder.</summary>
internal sealed class Suite(string folder, string? only = null)
{
    private static readonly Lock Saying = new();

    /// <summary>Runs every script, two at a time; what has not passed is told as it comes.</summary>
    public IReadOnlyList<Verdict> Run(Toolchain tools, Action<Verdict> tell)
    {
        var scripts = Directory.EnumerateFiles(folder, "*.pkt", SearchOption.AllDirectories)
            .Where(path => only is null || path.Contains(only, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);
        var verdicts = new ConcurrentBag<Verdict>();
        Parallel.ForEach(scripts, new ParallelOptions { MaxDegreeOfParallelism = 2 }, path =>
        {
            var verdict = Judge(tools, path);
            verdicts.Add(verdict);
            lock (Saying)
            {
                tell(verdict);
            }
        });
        return [.. verdicts.OrderBy(static verdict => verdict.Script, StringComparer.Ordinal)];
    }

    /// <summary>A script with branches passes by any of them; if by none, the first one's reason counts.</summary>
    private Verdict Judge(Toolchain tools, string path)
    {
        var name = Path.GetRelativePath(folder, path);
        var script = new Script(path);
        var first = new ScriptRun(tools, script, script.Branches[0]).Run();
        var isPassed = first.Outcome == Outcome.Passed
            || script.Branches.Skip(1).Any(branch => new ScriptRun(tools, script, branch).Run().Outcome == Outcome.Passed);
        return new Verdict(name, FolderOf(name), isPassed ? Outcome.Passed : first.Outcome, isPassed ? "" : first.Reason);
    }

    /// <summary>The first folder that divides the suite: FreeBSD's has its topics at the top, google's below <c>gtests/net/tcp</c>.</summary>
    private static string FolderOf(string name)
    {
        var parts = name.Split('/');
        var at = Array.IndexOf(parts, "tcp") + 1;
        return parts.Length > at + 1 ? parts[at] : ".";
    }
}
