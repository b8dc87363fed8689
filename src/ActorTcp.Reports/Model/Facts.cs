namespace ActorTcp.Reports;

/// <summary>A row of tiles with one number each: what somebody sees who looks for two seconds.</summary>
public sealed record Facts : Figure
{
    public required IReadOnlyList<Fact> Tiles { get; init; }
}
