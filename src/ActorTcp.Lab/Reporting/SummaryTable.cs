using ActorTcp.Reports;

namespace ActorTcp.Lab;

/// <summary>A row for each trial; what is the same in all of them has no column.</summary>
internal static class SummaryTable
{
    public static Table Of(ExperimentResult result)
    {
        var columns = Columns(result).Where(column => result.Trials.Any(trial => column.Cell(trial) is not { Number: null, Text: null })).ToList();
        return new Table
        {
            Title = "Every trial",
            Caption = "Served: of the clients that began, those that had what they wanted; p50 and p99 are of these. × idle: compared with the same server without a flood. "
                + $"Half-open: the most there were at once. {result.Experiment.Engine.Memory()}{Turns(result)}",
            Columns = [.. columns.Select(column => column.Column)],
            Rows = [.. result.Trials.Select(trial => (IReadOnlyList<Cell>)[.. columns.Select(column => column.Cell(trial))])],
        };
    }

    private static string Turns(ExperimentResult result) => result.Trials.Any(trial => trial.LongestTurn is not null)
        ? " Longest turn: how long the server was at most busy, or kept from its processor, before it looked again at what had arrived."
        : "";

    private static IEnumerable<(Column Column, Func<TrialResult, Cell> Cell)> Columns(ExperimentResult result)
    {
        var (flood, clients) = (result.Experiment.Flood, result.Experiment.Clients);
        yield return (new Column("subject"), trial => trial.Trial.Subject.Name);
        if (flood.Kinds.Count > 1)
        {
            yield return (new Column("flood"), trial => Names.Of(trial.Trial.Kind));
        }

        if (flood.Sources.Count > 1)
        {
            yield return (new Column("sources"), trial => Names.Of(trial.Trial.Sources));
        }

        if (clients.Rtts.Count > 1)
        {
            yield return (new Column("round trip", Unit.Seconds), trial => trial.Trial.Rtt.TotalSeconds);
        }

        if (clients.Losses.Count > 1)
        {
            yield return (new Column("loss", Unit.Share), trial => trial.Trial.Loss);
        }

        yield return (new Column("flood rate", Unit.PerSecond), trial => Math.Round(trial.FloodRate));
        if (result.Trials.Select(trial => trial.Attempts.Count).Distinct().Count() > 1)
        {
            yield return (new Column("clients"), trial => trial.Attempts.Count);
        }

        yield return (new Column("served", Unit.Share, Better.More), trial => trial.Attempts.Count == 0 ? default : trial.Share);
        yield return (new Column("p50", Unit.Seconds, Better.Less), trial => trial.Latencies.P50()?.TotalSeconds);
        yield return (new Column("p99", Unit.Seconds, Better.Less), trial => trial.Latencies.P99()?.TotalSeconds);
        yield return (new Column("p99 × idle", Unit.Factor, Better.Less), trial => result.Slowdown(trial));
        yield return (new Column("half-open"), trial => trial.MostHalfOpen);
        yield return (new Column("memory", Unit.Octets, Better.Less), trial => trial.MostOctets);
        yield return (new Column("CPU per packet", Unit.Seconds, Better.Less), trial => trial.CpuPerPacket?.TotalSeconds);
        yield return (new Column("longest turn", Unit.Seconds, Better.Less), trial => trial.LongestTurn?.TotalSeconds);
    }
}
