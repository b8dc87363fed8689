using ActorTcp.Lab;

namespace ActorTcp.Dashboard;

/// <summary>How a run of the laboratory stands.</summary>
internal sealed record LabRunState(Experiment Experiment)
{
    public bool IsRunning { get; init; } = true;

    /// <summary>Null before the first trial has told anything.</summary>
    public TrialProgress? Progress { get; init; }

    /// <summary>Under which name the report is kept; null while there is none.</summary>
    public string? Report { get; init; }

    /// <summary>Why there will be none.</summary>
    public string? Failure { get; init; }

    /// <summary>Of all trials, 0 to 1.</summary>
    public double Share => Progress is { } progress ? (progress.Trial.Number + progress.Share) / Experiment.Trials().Count : 0;
}
