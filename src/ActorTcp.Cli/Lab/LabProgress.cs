using System.Globalization;
using ActorTcp.Lab;
using Spectre.Console;

namespace ActorTcp.Cli;

/// <summary>Shows how far a run is: a bar with rates on a terminal, a line for each trial elsewhere.</summary>
internal static class LabProgress
{
    /// <param name="run">What takes the time, and tells how far it is.</param>
    public static ExperimentResult Watch(Experiment experiment, Func<IProgress<TrialProgress>, ExperimentResult> run) =>
        Console.IsErrorRedirected ? run(new Lines(Console.Error)) : WithBar(experiment, run);

    private static ExperimentResult WithBar(Experiment experiment, Func<IProgress<TrialProgress>, ExperimentResult> run) =>
        AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) })
            .Progress()
            .AutoClear(enabled: true)
            .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn { Alignment = Justify.Left })
            .Start(shown => run(new Bar(shown.AddTask(Markup.Escape(experiment.Name), maxValue: experiment.Trials().Count))));

    private static string Name(Trial trial) => $"trial {trial.Number + 1} of {trial.Experiment.Trials().Count}: {trial.Subject} under {trial.Flood()}";

    private sealed class Bar(ProgressTask task) : IProgress<TrialProgress>
    {
        public void Report(TrialProgress value)
        {
            task.Value = value.Trial.Number + value.Share;
            task.Description = Markup.Escape(string.Create(
                CultureInfo.InvariantCulture,
                $"{Name(value.Trial)}: now {value.FloodPerSecond:N0}/s, {value.Completed:N0} of {value.Attempts:N0} clients served, {value.HalfOpen:N0} half-open"));
        }
    }

    private sealed class Lines(TextWriter output) : IProgress<TrialProgress>
    {
        private Trial? _trial;

        public void Report(TrialProgress value)
        {
            if (value.Trial != _trial)
            {
                _trial = value.Trial;
                output.WriteLine(Name(_trial));
            }
        }
    }
}
