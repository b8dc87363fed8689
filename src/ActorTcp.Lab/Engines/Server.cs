using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>Our stack as the subject of a trial.</summary>
internal static class Server
{
    public static ListenOptions Listen(Trial trial) => new()
    {
        Port = LabAddresses.ServerPort,
        Protocol = trial.Experiment.Clients.ReadsOneByte ? new Hello("") : new Close(),
        HalfOpenLimit = trial.Experiment.HalfOpenLimit,
        Policy = trial.Subject.Policy ?? HalfOpenPolicy.Hybrid,
        Budgets = trial.Subject.HasFilter ? new SynBudgets() : null,
    };

    public static Sample Sample(TcpStack stack, TcpListener listener, TimeSpan at, long floodPackets)
    {
        var (rule, halfOpen) = (HalfOpenRule.Of(listener.Policy), listener.HalfOpen);
        var established = rule.AtSyn == Admission.Cache ? stack.Connections : stack.Connections - halfOpen;   // a record is no connection
        return new Sample(at, floodPackets, halfOpen, Math.Max(established, 0), (long)halfOpen * rule.OctetsEach);
    }

    public static IReadOnlyDictionary<string, long> Counters(TcpStack stack) => CounterCatalog.All
        .Select(counter => (counter.Name, Value: stack.Count(counter.Counter)))
        .Where(counter => counter.Value != 0)
        .ToDictionary(counter => counter.Name, counter => counter.Value, StringComparer.Ordinal);
}
