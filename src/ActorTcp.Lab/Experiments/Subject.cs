using System.Text.Json;
using ActorTcp.Protocol;

namespace ActorTcp.Lab;

/// <summary>What is flooded: our stack under a policy, or the Linux kernel under a setting.</summary>
internal sealed record Subject
{
    private const string Filtered = "+filter";

    private Subject(string name) => Name = name;

    /// <summary>Every one that there is.</summary>
    public static IReadOnlyList<Subject> All { get; } =
    [
        .. Enum.GetValues<HalfOpenPolicy>().SelectMany(policy => new[] { Of(policy, filter: false), Of(policy, filter: true) }),
        .. Enumerable.Range(0, 3).Select(syncookies => new Subject($"kernel-{syncookies}") { SynCookies = syncookies }),
    ];

    /// <summary>The policies without anything before them.</summary>
    public static IReadOnlyList<Subject> Policies { get; } = [.. All.Where(subject => subject is { Policy: not null, HasFilter: false })];

    public static IReadOnlyList<Subject> Kernels { get; } = [.. All.Where(subject => subject.IsKernel)];

    /// <summary>As experiments name it: a policy, perhaps with "+filter", or "kernel-N".</summary>
    public string Name { get; }

    public HalfOpenPolicy? Policy { get; private init; }

    /// <summary>Whether SYN budgets of sources and prefixes stand before the policy (RFC 4987 §3.1).</summary>
    public bool HasFilter { get; private init; }

    /// <summary>The kernel's net.ipv4.tcp_syncookies: 0 never, 1 when the queue is full, 2 always.</summary>
    public int? SynCookies { get; private init; }

    public bool IsKernel => SynCookies is not null;

    public static Subject? Find(string name) => All.FirstOrDefault(subject => subject.Name == name);

    /// <exception cref="InvalidOperationException">There is none of this name.</exception>
    public static Subject Named(string name) => Find(name) ?? throw new InvalidOperationException($"There is no subject '{name}'.");

    public override string ToString() => Name;

    private static Subject Of(HalfOpenPolicy policy, bool filter) =>
        new(JsonNamingPolicy.KebabCaseLower.ConvertName(policy.ToString()) + (filter ? Filtered : "")) { Policy = policy, HasFilter = filter };
}
