using System.Globalization;
using ActorTcp.Lab;

namespace ActorTcp.Cli;

/// <summary>A line for each trial, when it begins.</summary>
internal sealed class LabProgress(TextWriter output) : IProgress<TrialProgress>
{
    private Trial? _trial;

    public void Report(TrialProgress value)
    {
        if (value.Trial != _trial)
        {
            _trial = value.Trial;
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"trial {_trial.Number + 1} of {_trial.Experiment.Trials().Count}: {_trial.Subject} under {_trial.Flood()}"));
        }
    }
}
