namespace ActorTcp.Reports;

/// <summary>What a number counts. The model holds base units only; writers choose µs, ms, KiB, k, M from the data.</summary>
public enum Unit
{
    /// <summary>A number of things, or a number without a dimension.</summary>
    Count,

    /// <summary>A duration in seconds: 50 µs is <c>0.00005</c>.</summary>
    Seconds,

    /// <summary>Octets, shown in KiB, MiB, GiB.</summary>
    Octets,

    /// <summary>A part of a whole, 0…1, shown in percent.</summary>
    Share,

    /// <summary>Things per second.</summary>
    PerSecond,

    /// <summary>How many times something else, shown as <c>1.3×</c>.</summary>
    Factor,
}
