namespace ActorTcp.Lab;

/// <summary>Something on which a trial can be run.</summary>
internal interface IEngine
{
    /// <param name="progress">Told now and then.</param>
    /// <param name="cancellation">Ends the trial early: the result holds what there is.</param>
    /// <exception cref="LabException">This machine cannot do it.</exception>
    TrialResult Run(Trial trial, IProgress<TrialProgress> progress, CancellationToken cancellation);
}
