using System.Globalization;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>What the kernel of a namespace has counted since that was made, by the names that <c>nstat</c> shows.</summary>
internal sealed class KernelCounters
{
    private readonly Dictionary<string, long> _counts;

    private KernelCounters(Dictionary<string, long> counts) => _counts = counts;

    public long this[string name] => _counts[name];

    public static KernelCounters Of(TestNamespace ns) => new(ns.Run("nstat", "-asz").MustSucceed().Output
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Where(line => line[0] != '#')
        .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        .ToDictionary(words => words[0], words => long.Parse(words[1], CultureInfo.InvariantCulture), StringComparer.Ordinal));
}
