using ActorTcp.Wire;

namespace ActorTcp.Benchmarks;

/// <summary>Connections that come and go: SYN, ACK, FIN of the peer and the three answers, each connection new.</summary>
internal static class Handshakes
{
    private const int Count = 4_096;
    private const int Rounds = 150;
    private const int Warming = 50;

    public static IEnumerable<Figure> Measure()
    {
        var crowd = new Crowd(Count * (Warming + Rounds), Crowd.ClosePort, TimeProvider.System);
        ConnectAndClose(crowd, 0, Warming * Count);
        Cost[] costs = [.. Enumerable.Range(Warming, Rounds).Select(round => crowd.Measure(() => ConnectAndClose(crowd, round * Count, Count)))];
        if (costs.Any(cost => cost.Answers != 3 * Count))
        {
            throw new InvalidOperationException($"{costs[0].Answers} answers to {Count} connections.");
        }

        yield return new Figure("complete handshakes with close", Count / Cost.Median(costs).TotalSeconds, "per core-second", "≥ 1,000,000");
        yield return new Figure("… allocated for each connection", costs.Average(cost => cost.Allocated) / Count, "octets");
        yield return new Figure("… pauses of the garbage collector for each", costs.Average(cost => cost.Paused.TotalNanoseconds) / Count, "ns");
    }

    private static void ConnectAndClose(Crowd crowd, int first, int count)
    {
        for (var from = first; from < first + count; from += BatchDevice.Most)
        {
            var to = Math.Min(from + BatchDevice.Most, first + count);
            crowd.Connect(from, to);
            crowd.SendAll(from, to, ControlBits.Ack | ControlBits.Fin);
        }
    }
}
