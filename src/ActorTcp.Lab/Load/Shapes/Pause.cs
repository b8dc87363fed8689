namespace ActorTcp.Lab;

/// <summary>Nothing begins.</summary>
internal sealed record Pause(TimeSpan For) : LoadShape
{
    public override TimeSpan? During => For;

    public override string ToString() => $"pause {Quantity.Text(For)}";
}
