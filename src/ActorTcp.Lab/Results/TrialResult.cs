namespace ActorTcp.Lab;

/// <summary>What was measured in one trial.</summary>
internal sealed record TrialResult
{
    private Latencies? _latencies;

    public required Trial Trial { get; init; }

    /// <summary>In the order in which they began.</summary>
    public required IReadOnlyList<Attempt> Attempts { get; init; }

    public required IReadOnlyList<Sample> Samples { get; init; }

    /// <summary>What the server counted, by name; zeros are left out.</summary>
    public required IReadOnlyDictionary<string, long> Counters { get; init; }

    public required long FloodPackets { get; init; }

    /// <summary>From the first packet of the flood to its last.</summary>
    public required TimeSpan FloodTime { get; init; }

    /// <summary>Processor time that the server's thread has used during the flood; null where it cannot be told.</summary>
    public TimeSpan? Cpu { get; init; }

    /// <summary>The longest time for which the server was busy, or kept from its processor, without a look at what had arrived; null where it cannot be told.</summary>
    public TimeSpan? LongestTurn { get; init; }

    /// <summary>Copies of clients' SYNs that the network kept, and that arrived late.</summary>
    public long LateSyns { get; init; }

    /// <summary>Whether somebody ended it early.</summary>
    public bool IsInterrupted { get; init; }

    /// <summary>Connections that the server counts beyond those of its clients.</summary>
    public long Unasked => Math.Max(Counters.GetValueOrDefault("established") - Attempts.Count(attempt => attempt.Connect is not null), 0);

    /// <summary>Packets of the flood that were of its kind.</summary>
    public long Guesses => Math.Max(FloodPackets - Trial.Experiment.Flood.SynsFirst, 0);

    /// <summary>Guesses that were compared with a cookie.</summary>
    public long CookiesFailed => Counters.GetValueOrDefault("syn_cookies_failed");

    /// <summary>SYNs that the server answered in a second of a flood of SYNs, the clients' included; null where it does not count them.</summary>
    public double? AnsweredRate => Counters.TryGetValue("syns_in", out var syns) && FloodTime > TimeSpan.Zero && Trial.Kind != FloodKind.Ack
        ? (syns - Counters.GetValueOrDefault("listener_drops")) / FloodTime.TotalSeconds
        : null;

    /// <summary>For each packet that the server has read; those lost before cost it nothing.</summary>
    public TimeSpan? CpuPerPacket => Counters.GetValueOrDefault("packets_in") is > 0 and var packets ? Cpu / packets : null;

    public double FloodRate => FloodTime > TimeSpan.Zero ? FloodPackets / FloodTime.TotalSeconds : 0;

    public int Completed => Attempts.Count(attempt => attempt.IsCompleted);

    /// <summary>Of the clients that began, those that had what they wanted.</summary>
    public double Share => Attempts.Count == 0 ? 1 : (double)Completed / Attempts.Count;

    public Latencies Latencies => _latencies ??= new Latencies(Attempts);

    /// <summary>Of the half-open peers.</summary>
    public long? MostOctets => Samples.Max(sample => sample.Octets);

    public long? MostHalfOpen => Samples.Max(sample => sample.HalfOpen);
}
