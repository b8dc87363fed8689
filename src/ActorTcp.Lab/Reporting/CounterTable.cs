using ActorTcp.Reports;

namespace ActorTcp.Lab;

/// <summary>What each server counted under the strongest flood.</summary>
internal static class CounterTable
{
    public static Table Of(ExperimentResult result)
    {
        var trials = result.Strongest();
        var names = trials.SelectMany(trial => trial.Counters.Keys).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
        return new Table
        {
            Title = $"Counters under {(trials.Count > 0 ? trials[0].Trial.Flood() : "the flood")}",
            Columns = [new Column("counter"), .. trials.Select(trial => new Column(Heading(result, trial)))],
            Rows = [.. names.Select(name => (IReadOnlyList<Cell>)[name, .. trials.Select(trial => Value(trial, name))])],
        };
    }

    private static string Heading(ExperimentResult result, TrialResult trial) => $"{trial.Trial.Subject} {Scene.Of(trial.Trial).Among(result.Experiment)}".Trim();

    private static Cell Value(TrialResult trial, string name) => trial.Counters.TryGetValue(name, out var value) ? (double)value : default(double?);
}
