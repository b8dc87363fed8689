namespace ActorTcp.Lab;

/// <summary>What each flow does on its connection, from the handshake to the close.</summary>
internal sealed record Exchange(IReadOnlyList<Step> Steps, CloseWay Close)
{
    /// <summary>As the user wrote it.</summary>
    public required string Text { get; init; }

    public override string ToString() => Text;
}
