namespace ActorTcp.Lab;

/// <summary>The stack beside the Linux kernel under the same flood, where both took part.</summary>
internal static class KernelFinding
{
    public static IEnumerable<string> Of(ExperimentResult result) => result.Strongest()
        .Where(trial => !trial.Trial.Rate.IsIdle && trial.Attempts.Count > 0)
        .GroupBy(trial => Scene.Of(trial.Trial))
        .SelectMany(scene => Paragraph(result.Experiment, scene));

    private static IEnumerable<string> Paragraph(Experiment experiment, IGrouping<Scene, TrialResult> scene)
    {
        var ours = scene.Where(trial => !trial.Trial.Subject.IsKernel && trial.Latencies.P99() is not null).OrderByDescending(trial => trial.Share).ThenBy(trial => trial.Latencies.P99()).FirstOrDefault();
        var kernel = scene.Where(trial => trial.Trial.Subject.IsKernel && trial.Latencies.P99() is not null).OrderByDescending(trial => trial.Share).ThenBy(trial => trial.Latencies.P99()).FirstOrDefault();
        if (ours is null || kernel is null)
        {
            yield break;
        }

        var words = scene.Key.Among(experiment);
        yield return $"Beside the Linux kernel at its best{(words.Length > 0 ? $" ({words})" : "")}: {Line(ours)}; {Line(kernel)}. "
            + $"The stack's p99 is {Words.Factor(ours.Latencies.P99()!.Value / kernel.Latencies.P99()!.Value)} the kernel's.";
    }

    private static string Line(TrialResult trial) =>
        $"{trial.Trial.Subject} serves {Words.Share(trial.Completed, trial.Attempts.Count)} with a p99 of {Words.Time(trial.Latencies.P99()!.Value)}";
}
