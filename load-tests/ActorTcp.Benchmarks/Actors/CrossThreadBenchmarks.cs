using ActorTcp.Actors;
using BenchmarkDotNet.Attributes;

namespace ActorTcp.Benchmarks;

/// <summary>Messages from one thread to a shard that runs on another.</summary>
[ShortRunJob]
[MemoryDiagnoser]
public class CrossThreadBenchmarks : IDisposable
{
    private const int Burst = 100_000;

    private readonly ThreadParking _parking = new();
    private readonly CancellationTokenSource _cancellation = new();
    private readonly Gate _gate = new();
    private readonly Thread _thread;

    public CrossThreadBenchmarks()
    {
        Shard shard = new(0, TimeProvider.System, _parking);
        shard.Spawn(_gate);
        _thread = new Thread(() => shard.Run(_cancellation.Token));
        _thread.Start();
    }

    [Benchmark(OperationsPerInvoke = Burst)]
    public void TellInABurst()
    {
        for (int i = 1; i < Burst; i++) ActorRef<bool>.To(_gate).Tell(false);
        TellAndWait();
    }

    /// <summary>There and back through two parked threads.</summary>
    [Benchmark]
    public void TellAndWait()
    {
        ActorRef<bool>.To(_gate).Tell(true);
        _gate.Opened.Wait();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        _cancellation.Cancel();
        _thread.Join();
        _cancellation.Dispose();
        _parking.Dispose();
        _gate.Opened.Dispose();
        GC.SuppressFinalize(this);
    }

    private sealed class Gate : Actor<bool>
    {
        public SemaphoreSlim Opened { get; } = new(0);

        protected override void Receive(in bool message)
        {
            if (message) Opened.Release();
        }
    }
}
