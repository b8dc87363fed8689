using ActorTcp.Actors;

namespace ActorTcp.Benchmarks;

internal sealed class Counter : Actor<int>
{
    public int Count { get; private set; }

    protected override void Receive(in int message) => Count += message;
}
