using System.Net;

namespace ActorTcp.Lab;

/// <summary>The flood of an experiment; every combination of what is listed is tried.</summary>
internal sealed record FloodPlan
{
    public IReadOnlyList<FloodKind> Kinds { get; init; } = [FloodKind.Syn];

    public IReadOnlyList<FloodRate> Rates { get; init; } = [new FloodRate(0), new FloodRate(15_000)];

    public IReadOnlyList<SourcePattern> Sources { get; init; } = [SourcePattern.Random];

    /// <summary>The sources of <see cref="SourcePattern.Prefix"/>, within 10.0.0.0/8.</summary>
    public IPNetwork Prefix { get; init; } = IPNetwork.Parse("10.9.8.0/24");

    /// <summary>How many there are of <see cref="SourcePattern.Hosts"/>, 1 to 200.</summary>
    public int Hosts { get; init; } = 8;

    /// <summary>SYNs with which it begins, whatever its kind: a server that believes cookies only after an overflow has one then.</summary>
    public int SynsFirst { get; init; }

    /// <summary>When it ends, from the beginning of the trial; null lets it last as long as there are clients.</summary>
    public TimeSpan? Until { get; init; }
}
