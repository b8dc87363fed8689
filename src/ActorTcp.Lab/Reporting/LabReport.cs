using ActorTcp.Reports;

namespace ActorTcp.Lab;

/// <summary>The results of an experiment as a report: which figures there are depends on what the experiment varies.</summary>
internal static class LabReport
{
    /// <param name="began">When the run began; null on a virtual clock.</param>
    public static Report Of(ExperimentResult result, string command, DateTimeOffset? began, IReadOnlyList<MachineFact> machine)
    {
        var experiment = result.Experiment;
        return new Report
        {
            Title = experiment.Name,
            Summary = $"{experiment.Question} {Setting.Of(experiment)}".Trim(),
            Conclusion = Conclusion.Of(result),
            Command = command,
            Seed = experiment.Seed,
            Began = began,
            Machine = machine,
            Sections = [.. Sections(result).Where(section => section.Figures.Count > 0)],
        };
    }

    private static IEnumerable<Section> Sections(ExperimentResult result)
    {
        yield return new Section("At a glance", "", [.. ServedTiles.Of(result), SummaryTable.Of(result)]);
        yield return new Section(
            "What changes the answer", "Each line is one subject. Where it falls, its clients are lost; where it rises, they wait.", SweepFigures.Of(result));
        yield return new Section("How long clients waited", LatencyFigures.Prose(result.Experiment), LatencyFigures.Of(result));
        yield return new Section(
            "What the server kept", "Peers that have sent a SYN and not yet proved their address, and connections that are established.", TimeFigures.Of(result));
        yield return new Section("What the server counted", "Every decision about a packet has a counter.", [CounterTable.Of(result)]);
    }
}
