namespace ActorTcp.Lab;

/// <summary>Closed loop whose number of open flows changes evenly, from that of the shape before (or none) to its own.</summary>
internal sealed record RampingConstant(int Copies, TimeSpan For) : LoadShape
{
    public override TimeSpan? During => For;

    public override int LastCopies => Copies;

    public override int CopiesAt(TimeSpan at, int earlierCopies) =>
        earlierCopies + (int)Math.Round((Copies - earlierCopies) * Math.Min(at / For, 1));

    public override string ToString() => $"ramping-constant {Copies} for {Quantity.Text(For)}";
}
