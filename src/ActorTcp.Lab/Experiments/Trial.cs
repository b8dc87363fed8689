namespace ActorTcp.Lab;

/// <summary>One run of an experiment: one of each thing that it lists.</summary>
/// <param name="Number">From 0, in the order of the experiment.</param>
internal sealed record Trial(
    Experiment Experiment, int Number, Subject Subject, FloodKind Kind, SourcePattern Sources, FloodRate Rate, TimeSpan Rtt, double Loss)
{
    /// <summary>The same for trials that differ in the subject only: all face the same flood and the same clients.</summary>
    public int Seed => Fnv1a(Experiment.Seed, (int)Kind, (int)Sources, Rate.PerSecond, (int)Rtt.Ticks, (int)(Loss * 1_000_000));

    /// <summary>System.HashCode would differ from process to process.</summary>
    private static int Fnv1a(params ReadOnlySpan<int> parts)
    {
        var hash = 2166136261u;
        foreach (var part in parts)
        {
            hash = unchecked((hash ^ (uint)part) * 16777619u);
        }

        return (int)(hash & 0x7FFF_FFFF);
    }
}
