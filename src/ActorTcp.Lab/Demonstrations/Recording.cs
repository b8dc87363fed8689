namespace ActorTcp.Lab;

/// <summary>What happened between two ends, so that one can go through it again step by step.</summary>
/// <param name="Flights">In the order in which they departed.</param>
/// <param name="Instants">In order of time; the first is how it was before anything happened.</param>
internal sealed record Recording(IReadOnlyList<Flight> Flights, IReadOnlyList<Instant> Instants)
{
    /// <summary>From the last instant before a time until another.</summary>
    public Recording Part(TimeSpan from, TimeSpan to)
    {
        var first = Math.Max(Instants.Count(instant => instant.At < from) - 1, 0);
        return new([.. Flights.Where(flight => flight.Departed >= from && flight.Departed <= to)], [.. Instants.Skip(first).TakeWhile(instant => instant.At <= to)]);
    }
}
