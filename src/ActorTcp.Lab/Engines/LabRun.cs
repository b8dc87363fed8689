namespace ActorTcp.Lab;

/// <summary>All trials of an experiment, one after the other.</summary>
internal static class LabRun
{
    /// <param name="cancellation">Ends the run; what was measured until then is the result.</param>
    /// <exception cref="LabException">This machine cannot do it.</exception>
    public static ExperimentResult Run(Experiment experiment, IProgress<TrialProgress> progress, CancellationToken cancellation)
    {
        List<TrialResult> results = [];
        foreach (var trial in experiment.Trials())
        {
            if (cancellation.IsCancellationRequested)
            {
                break;
            }

            results.Add(Engine(trial).Run(trial, progress, cancellation));
        }

        return new ExperimentResult(experiment, results);
    }

    private static IEngine Engine(Trial trial) => trial.Experiment.Engine switch
    {
        EngineKind.Sim => new SimEngine(),
        EngineKind.Tun or EngineKind.Kernel => new RealEngine(),
    };
}
