namespace ActorTcp.Protocol;

/// <summary>Records of flights that have ended: a shard keeps some for the next ones, so that sending allocates nothing and an idle connection holds none.</summary>
internal sealed class FlightPool
{
    private const int Most = 1024;
    private readonly Stack<SegmentsInFlight> _spare = new();

    public SegmentsInFlight Rent() => _spare.TryPop(out var flight) ? flight : new SegmentsInFlight();

    public void Return(SegmentsInFlight flight)
    {
        if (_spare.Count < Most && flight.IsSmall)
        {
            flight.Reset();
            _spare.Push(flight);
        }
    }
}
