namespace ActorTcp.Lab;

/// <summary>Closed loop: so many flows are open all the time.</summary>
internal sealed record KeepConstant(int Copies, TimeSpan For) : LoadShape
{
    public override TimeSpan? During => For;

    public override int LastCopies => Copies;

    public override int CopiesAt(TimeSpan at, int earlierCopies) => Copies;

    public override string ToString() => $"keep-constant {Copies} for {Quantity.Text(For)}";
}
