namespace ActorTcp.Lab;

/// <summary>Closed loop: so many flows are open, until so many have started.</summary>
internal sealed record IterationsForConstant(long Flows, int Copies) : LoadShape
{
    public override long? Iterations => Flows;

    public override int LastCopies => Copies;

    public override int CopiesAt(TimeSpan at, int earlierCopies) => Copies;

    public override string ToString() => $"iterations {Flows} on {Copies}";
}
