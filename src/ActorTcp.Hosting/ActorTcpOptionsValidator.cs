using System.Net;
using System.Numerics;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using Microsoft.Extensions.Options;

namespace ActorTcp.Hosting;

/// <summary>What attributes cannot say about <see cref="ActorTcpOptions"/>; each message tells what would be valid.</summary>
internal sealed class ActorTcpOptionsValidator : IValidateOptions<ActorTcpOptions>
{
    private const int Most = 16_777_216;

    public ValidateOptionsResult Validate(string? name, ActorTcpOptions options)
    {
        List<string> failures =
        [
            .. options.Prefixes.Where(text => !IsPrefix(text))
                .Select(text => $"{ActorTcpOptions.Section}:Prefixes: '{text}' is no prefix. Valid: ADDRESS/LENGTH without bits beyond the prefix, such as 10.77.0.0/16 or fd77::/64."),
            .. options.HostAddresses.Where(text => !IPAddress.TryParse(text, out _))
                .Select(text => $"{ActorTcpOptions.Section}:HostAddresses: '{text}' is no address. Valid: such as 10.76.0.1 or fd76::1."),
        ];
        if (options.AddRoutes && options.Prefixes.Count == 0)
        {
            failures.Add($"{ActorTcpOptions.Section}:Prefixes is empty: which addresses to serve, such as 10.77.0.0/16. With AddRoutes false it may be.");
        }

        if (options.DrainTimeout < TimeSpan.Zero)
        {
            failures.Add($"{ActorTcpOptions.Section}:DrainTimeout is negative.");
        }

        failures.AddRange(FailuresOf(options.Limits));
        return failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
    }

    private static IEnumerable<string> FailuresOf(ListenLimits limits)
    {
        var (flood, budgets) = (limits.Flood, limits.Budgets ?? new SynBudgets());
        (string Name, bool IsGood, string Valid)[] rules =
        [
            (nameof(limits.HalfOpenLimit), limits.HalfOpenLimit is > 0 and <= Most, $"1 to {Most}"),
            (nameof(limits.HalfOpenMemory), limits.HalfOpenMemory > 0, "octets, 1 or more"),
            (nameof(limits.Backlog), limits.Backlog is > 0 and <= Most, $"1 to {Most}"),
            (nameof(limits.SynAcksPerSecond), limits.SynAcksPerSecond is null or > 0, "1 or more, or nothing for no limit"),
            (nameof(limits.FastOpenLimit), limits.FastOpenLimit >= 0, "0, which offers no Fast Open, or more"),
            (nameof(limits.Flood), flood is { Leave: >= 0, Enter: <= 1 } && flood.Leave <= flood.Enter, "0 <= Leave <= Enter <= 1"),
            (nameof(limits.Budgets), budgets is { PerSource: > 0, PerPrefix: > 0, Width: > 0 and <= 65536 } && BitOperations.IsPow2(budgets.Width), "PerSource and PerPrefix 1 or more, Width a power of two up to 65536"),
        ];
        return rules.Where(rule => !rule.IsGood).Select(rule => $"{ActorTcpOptions.Section}:Limits:{rule.Name} is out of range. Valid: {rule.Valid}.");
    }

    /// <summary>Host bits must be zero, so that nobody serves another network than the one meant.</summary>
    private static bool IsPrefix(string text) =>
        IPNetwork.TryParse(text, out var network) && network.BaseAddress.Equals(IPAddress.Parse(text.Split('/')[0]));
}
