namespace ActorTcp.Lab;

/// <summary>A flood in plain words.</summary>
internal static class FloodWords
{
    public static string Packets(this FloodKind kind) => kind switch
    {
        FloodKind.Syn => "SYNs",
        FloodKind.Ack => "guessed ACKs",
        FloodKind.Unfinished => "SYNs of real hosts that never complete",
        FloodKind.Idle => "real hosts that connect and say nothing",
    };

    public static string From(this SourcePattern sources, FloodPlan flood) => sources switch
    {
        SourcePattern.Random => "from random sources",
        SourcePattern.Prefix => $"from random sources in {flood.Prefix}",
        SourcePattern.Hosts => $"from {flood.Hosts} hosts",
    };

    /// <summary>Such as "15,000 SYN/s".</summary>
    public static string Flood(this Trial trial)
    {
        var unit = trial.Kind == FloodKind.Ack ? "ACK/s" : "SYN/s";
        return trial.Rate.IsMost ? $"the most {unit} that this machine makes" : $"{trial.Rate} {unit}";
    }
}
