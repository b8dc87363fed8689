using System.Diagnostics;
using ActorTcp.Actors;

namespace ActorTcp.Benchmarks;

/// <summary>`idle-actors [count]`: what an actor costs that has nothing of its own and nothing to do.</summary>
internal static class IdleActors
{
    public static void Run(string[] args)
    {
        int count = args is [string number, ..] ? int.Parse(number) : 1_000_000;
        Console.WriteLine($"{count:N0} idle actors, each with one million siblings or fewer");
        Console.WriteLine("| kind | octets each | spawn, ns each | blocking full collection, ms |");
        Console.WriteLine("|---|--:|--:|--:|");
        Measure("Actor", count, static () => new Idle());
        Measure("Actor<int>", count, static () => new Idle<int>());
        Measure("BehaviorActor<int>", count, static () => new IdleBehavior());
    }

    private static void Measure(string kind, int count, Func<Actor> make)
    {
        Shard shard = new(0, TimeProvider.System, NoParking.Instance);
        shard.Spawn(make());
        long before = GC.GetTotalMemory(forceFullCollection: true);
        long began = Stopwatch.GetTimestamp();
        for (int i = 0; i < count; i++) shard.Spawn(make());
        TimeSpan spawned = Stopwatch.GetElapsedTime(began);
        long octets = GC.GetTotalMemory(forceFullCollection: true) - before;
        began = Stopwatch.GetTimestamp();
        GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true);
        TimeSpan collected = Stopwatch.GetElapsedTime(began);
        GC.KeepAlive(shard);
        Console.WriteLine($"| {kind} | {(double)octets / count:F1} | {spawned.TotalNanoseconds / count:F0} | {collected.TotalMilliseconds:F1} |");
    }

    private sealed class Idle : Actor;

    private sealed class Idle<TMessage> : Actor<TMessage>
    {
        protected override void Receive(in TMessage message)
        {
        }
    }

    private sealed class IdleBehavior : BehaviorActor<int>
    {
        protected override void Receive(in int message)
        {
        }
    }
}
