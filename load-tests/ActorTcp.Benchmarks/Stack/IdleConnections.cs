using System.Diagnostics;
using System.Globalization;

namespace ActorTcp.Benchmarks;

/// <summary>`idle-connections [count]`: what an established connection costs that has nothing to do.</summary>
internal static class IdleConnections
{
    public static void Run(string[] args)
    {
        var count = args is [var number, ..] ? int.Parse(number, CultureInfo.InvariantCulture) : 100_000;
        Console.WriteLine($"{count:N0} established connections to the echo service, in memory");
        Console.WriteLine("| | octets each | handshake, ns each | blocking full collection, ms |");
        Console.WriteLine("|---|--:|--:|--:|");
        Measure("with history", count, keepHistory: true);
        Measure("without history", count, keepHistory: false);
    }

    private static void Measure(string what, int count, bool keepHistory)
    {
        var bench = new Bench(keepHistory);
        bench.Connect(Bench.Peer(count, Bench.EchoPort));
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var began = Stopwatch.GetTimestamp();
        for (var i = 0; i < count; i++)
        {
            bench.Connect(Bench.Peer(i, Bench.EchoPort));
        }

        var connected = Stopwatch.GetElapsedTime(began);
        var octets = GC.GetTotalMemory(forceFullCollection: true) - before;
        began = Stopwatch.GetTimestamp();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        var collected = Stopwatch.GetElapsedTime(began);
        if (bench.Stack.Connections != count + 1)
        {
            throw new InvalidOperationException($"{bench.Stack.Connections} connections stand instead of {count + 1}.");
        }

        Console.WriteLine($"| {what} | {(double)octets / count:F0} | {connected.TotalNanoseconds / count:F0} | {collected.TotalMilliseconds:F1} |");
    }
}
