using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>The counters that tell of something dropped, each for another reason: packets that were no sound ones, SYNs refused, what no queue had room for.</summary>
internal static class DropReasons
{
    private static readonly Counter[] Counted =
    [
        Counter.HalfOpenLimitDrops, Counter.AcceptQueueDrops, Counter.ListenerClosedDrops, Counter.SourceBudgetDrops, Counter.PrefixBudgetDrops, Counter.SynAckLimitDrops,
        Counter.SynCookiesFailed, Counter.MartianDrops, Counter.LandDrops, Counter.DevicePressure, Counter.DeviceRefusals, Counter.UpstreamInFlightDrops,
    ];

    public static IEnumerable<CounterReading> Of(StackReading reading) => Counted.Select(counter => reading.Counters[(int)counter]).Concat(reading.Drops);

    /// <summary>As a person reads a counter's name.</summary>
    public static string Words(string name) => name.Replace("dropped_", "", StringComparison.Ordinal).Replace("_drops", "", StringComparison.Ordinal).Replace('_', ' ');
}
