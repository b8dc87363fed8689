using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Benchmarks;

/// <summary>Everything at once: all connections' timers due in the same instant, all peers closing, all records of TIME-WAIT ending. The clock is moved by hand.</summary>
internal static class Storms
{
    private static readonly byte[] OneOctet = [42];

    /// <summary>Every echo is lost: as many retransmission timers fire at the same time.</summary>
    public static IEnumerable<Figure> Timers(Crowd crowd, ManualTimeProvider clock)
    {
        crowd.SendAll(0, crowd.Size, ControlBits.Ack | ControlBits.Psh, OneOctet);
        clock.Advance(TimeSpan.FromSeconds(1));
        var cost = crowd.Measure(() => UntilQuiet(crowd));
        yield return new Figure("a retransmission timer of every connection at once", cost.Time.TotalNanoseconds / crowd.Size, "ns each");
        yield return new Figure("… segments sent again", cost.Answers, "");
        yield return new Figure("… allocated for each", (double)cost.Allocated / crowd.Size, "octets");
        yield return new Figure("… longest round", cost.LongestRound.TotalMilliseconds, "ms", "≤ 10");
        yield return new Figure("… pauses of the garbage collector in all this", cost.Paused.TotalMilliseconds, "ms");
        crowd.SendAll(0, crowd.Size, ControlBits.Ack);
    }

    public static IEnumerable<Figure> MassClose(Crowd crowd)
    {
        var cost = crowd.Measure(() =>
        {
            crowd.SendAll(0, crowd.Size, ControlBits.Ack | ControlBits.Fin);
            crowd.SendAll(0, crowd.Size, ControlBits.Ack);
            UntilQuiet(crowd);
        });
        yield return new Figure("every peer closes: FIN, our FIN, the last ACK", cost.Time.TotalNanoseconds / crowd.Size, "ns each");
        yield return new Figure("… longest round", cost.LongestRound.TotalMilliseconds, "ms", "≤ 10");
        yield return new Figure("… connections left", crowd.Stack.Connections, "", "0");
    }

    public static IEnumerable<Figure> TimeWaits(int size)
    {
        var clock = new ManualTimeProvider();
        Warm(new Crowd(size / 10, Crowd.ClosePort, clock), clock);
        var crowd = new Crowd(size, Crowd.ClosePort, clock);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var cost = ComeAndGo(crowd);
        yield return new Figure("connections that all stay in TIME-WAIT, from SYN on", cost.Time.TotalNanoseconds / size, "ns each");
        yield return new Figure("… longest round", cost.LongestRound.TotalMilliseconds, "ms", "≤ 10");
        yield return new Figure("… of those without a collection, in which the table grows", cost.LongestCalm.TotalMilliseconds, "ms", "≤ 2");
        yield return new Figure("… records", crowd.Stack.TimeWaits, "");
        yield return new Figure("… a record holds", (double)(GC.GetTotalMemory(forceFullCollection: true) - before) / size, "octets");
        cost = EndAll(crowd, clock);
        yield return new Figure("… they all end at once", cost.Time.TotalNanoseconds / size, "ns each");
        yield return new Figure("… longest round", cost.LongestRound.TotalMilliseconds, "ms", "≤ 10");
    }

    /// <summary>So that the just-in-time compiler is through with what the measurement calls.</summary>
    private static void Warm(Crowd crowd, ManualTimeProvider clock)
    {
        ComeAndGo(crowd);
        EndAll(crowd, clock);
    }

    private static Cost ComeAndGo(Crowd crowd) => crowd.Measure(() =>
    {
        for (var from = 0; from < crowd.Size; from += BatchDevice.Most)
        {
            var to = Math.Min(from + BatchDevice.Most, crowd.Size);
            crowd.Connect(from, to);
            crowd.SendAll(from, to, ControlBits.Ack | ControlBits.Fin);
        }
    });

    private static Cost EndAll(Crowd crowd, ManualTimeProvider clock)
    {
        clock.Advance(TimeSpan.FromMinutes(5));
        return crowd.Measure(() =>
        {
            for (; crowd.Stack.TimeWaits > 0; clock.Advance(TimeSpan.FromMilliseconds(1)))
            {
                UntilQuiet(crowd);
            }
        });
    }

    private static void UntilQuiet(Crowd crowd)
    {
        while (crowd.Turn())
        {
        }
    }
}
