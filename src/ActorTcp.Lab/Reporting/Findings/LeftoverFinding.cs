namespace ActorTcp.Lab;

/// <summary>What is left at the end of what only said SYN, and of what completed the handshake: the worth of the third step.</summary>
internal static class LeftoverFinding
{
    public static IEnumerable<string> Of(ExperimentResult result)
    {
        if (!result.Experiment.Flood.Kinds.Contains(FloodKind.Idle))
        {
            return [];
        }

        return result.Strongest()
            .Where(trial => !trial.Trial.Rate.IsIdle && trial.Samples.Count > 0)
            .GroupBy(trial => trial.Trial.Subject)
            .Select(subject => $"{subject.Key}: {Words.List(subject.Select(Line))}.");
    }

    private static string Line(TrialResult trial)
    {
        var last = trial.Samples[^1];
        return $"of {Words.Count(trial.FloodPackets)} {trial.Trial.Kind.Packets()} {Words.Count(last.HalfOpen ?? 0)} are half-open and {Words.Count(last.Established ?? 0)} established "
            + $"{Words.Time(last.At - trial.FloodTime)} after the flood's end";
    }
}
