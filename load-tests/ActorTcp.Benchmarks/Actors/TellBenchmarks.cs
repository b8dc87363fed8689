using ActorTcp.Actors;
using BenchmarkDotNet.Attributes;

namespace ActorTcp.Benchmarks;

/// <summary>One message, told and received; round robin over so many actors that they do not stay in the cache.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class TellBenchmarks
{
    private const int Actors = 100_000;

    private readonly Shard _shard = new(0, TimeProvider.System, NoParking.Instance);
    private readonly Counter[] _counters = new Counter[Actors];
    private readonly Action _tellAll;
    private readonly Action _deliverToAll;

    public TellBenchmarks()
    {
        for (int i = 0; i < Actors; i++) _shard.Spawn(_counters[i] = new Counter());
        _tellAll = () =>
        {
            foreach (Counter counter in _counters) ActorRef<int>.To(counter).Tell(1);
        };
        _deliverToAll = () =>
        {
            foreach (Counter counter in _counters) _shard.Deliver(counter, 1);
        };
    }

    [Benchmark(OperationsPerInvoke = Actors)]
    public long TellOnTheSameShard() => Run(_tellAll);

    [Benchmark(OperationsPerInvoke = Actors)]
    public long Deliver() => Run(_deliverToAll);

    private long Run(Action action)
    {
        _shard.Post(action);
        while (_shard.RunOnce())
        {
        }

        return _shard.Messages;
    }
}
