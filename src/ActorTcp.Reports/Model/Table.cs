namespace ActorTcp.Reports;

/// <summary>Numbers side by side. <c>Rows = [["hybrid", 0.999, 0.00031], …]</c></summary>
public sealed record Table : Figure
{
    public required IReadOnlyList<Column> Columns { get; init; }

    /// <summary>A cell for each column, in their order.</summary>
    public required IReadOnlyList<IReadOnlyList<Cell>> Rows { get; init; }
}
