using ActorTcp.Actors;
using BenchmarkDotNet.Attributes;

namespace ActorTcp.Benchmarks;

/// <summary>A whole life, spawn, one message, stop, while many siblings live.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class LifeBenchmarks
{
    private const int Siblings = 100_000;

    private readonly Shard _shard = new(0, TimeProvider.System, NoParking.Instance);
    private readonly Counter[] _living = new Counter[Siblings];

    public LifeBenchmarks()
    {
        for (int i = 0; i < Siblings; i++) _shard.Spawn(_living[i] = new Counter());
    }

    /// <summary>The oldest sibling dies for each new one, so that lives are long as a collector sees them.</summary>
    [Benchmark(OperationsPerInvoke = Siblings)]
    public void SpawnDeliverStop()
    {
        for (int i = 0; i < Siblings; i++)
        {
            Counter young = new();
            _shard.Spawn(young);
            _shard.Deliver(young, 1);
            _shard.Stop(_living[i]);
            _living[i] = young;
        }
    }

    [Benchmark]
    public void SpawnDeliverStopAtOnce()
    {
        Counter brief = new();
        _shard.Spawn(brief);
        _shard.Deliver(brief, 1);
        _shard.Stop(brief);
    }
}
