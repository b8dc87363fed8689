using System.Text.Json.Serialization;

namespace ActorTcp.Lab;

/// <summary>All that a load has measured; kept as JSON, it can be compared with another.</summary>
internal sealed record LoadResult
{
    public required LoadJob Job { get; init; }

    public required DateTimeOffset Began { get; init; }

    /// <summary>From the beginning of the plan to the end of the last flow.</summary>
    public required TimeSpan Lasted { get; init; }

    /// <summary>Processor time of all generators together, while they ran.</summary>
    public required TimeSpan ProcessorTime { get; init; }

    /// <summary>Octets resident in the end, in all generators together.</summary>
    public required long Memory { get; init; }

    public required LoadTally Tally { get; init; }

    public required IReadOnlyList<LoadSecond> Seconds { get; init; }

    /// <summary>Connections established per second, while the plan went on.</summary>
    [JsonIgnore]
    public double Rate => Tally.Connected / Math.Max((LoadPlan.Parse(Job.Plan).During is { } during && during < Lasted ? during : Lasted).TotalSeconds, 1e-3);

    /// <summary>What the reader must know about how it was measured, a sentence each.</summary>
    public required IReadOnlyList<string> Notes { get; init; }
}
