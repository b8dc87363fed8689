using System.Text;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Cli;

/// <summary>All counters that are not zero, on one line.</summary>
internal static class CountersLine
{
    private static readonly Counter[] DropCounters =
    [
        Counter.HalfOpenLimitDrops, Counter.AcceptQueueDrops, Counter.ListenerClosedDrops, Counter.MartianDrops, Counter.LandDrops,
        Counter.DevicePressure, Counter.DeviceRefusals,
    ];

    private static readonly DropReason[] Reasons = Enum.GetValues<DropReason>();

    public static string Of(TcpStack stack)
    {
        var line = new StringBuilder("counters");
        foreach (var counter in CounterCatalog.All)
        {
            Append(line, counter.Name, stack.Count(counter.Counter));
        }

        foreach (var drop in DropCatalog.All)
        {
            Append(line, drop.Name, stack.CountDrops(drop.Reason));
        }

        return line.ToString();
    }

    /// <summary>Packets that came and went nowhere, for whichever reason, and those that the device did not take.</summary>
    public static long Drops(TcpStack stack) => DropCounters.Sum(stack.Count) + Reasons.Sum(stack.CountDrops);

    private static void Append(StringBuilder line, string name, long count)
    {
        if (count != 0)
        {
            line.Append(' ').Append(name).Append('=').Append(count);
        }
    }
}
