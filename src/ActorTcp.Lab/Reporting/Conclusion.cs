namespace ActorTcp.Lab;

/// <summary>What the numbers of an experiment say, in plain words. Every word of it is decided by them.</summary>
internal static class Conclusion
{
    private static readonly Func<ExperimentResult, IEnumerable<string>>[] Findings =
    [
        LeftoverFinding.Of, LateSynFinding.Of, StandingFinding.Of, SweepFinding.Of, RecoveryFinding.Of, WaitingFinding.Of, ForgeryFinding.Of, KernelFinding.Of,
    ];

    public static string Of(ExperimentResult result)
    {
        var paragraphs = Findings.SelectMany(finding => finding(result)).ToList();
        if (result.IsInterrupted)
        {
            paragraphs.Add($"The run was ended early: {result.Trials.Count} of {result.Experiment.Trials().Count} trials were begun.");
        }

        return paragraphs.Count > 0 ? string.Join("\n\n", paragraphs) : "Nothing was measured.";
    }
}
