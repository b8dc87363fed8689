namespace ActorTcp.Reports;

/// <summary>One line of a <see cref="LineChart"/>.</summary>
/// <param name="Points">In ascending order of x. A y that is not a number interrupts the line.</param>
public sealed record Series(string Name, IReadOnlyList<Point> Points)
{
    public LineShape Shape { get; init; }

    public Stroke Stroke { get; init; }

    /// <summary>Series of one family share a colour (idle and flooded of one policy) and then differ by <see cref="Stroke"/>; null is a family of its own.</summary>
    public string? Family { get; init; }

    /// <summary>Something to compare with: drawn in grey, behind the others.</summary>
    public bool IsReference { get; init; }

    /// <summary>How far the values spread around the line; may be empty.</summary>
    public IReadOnlyList<Spread> Band { get; init; } = [];
}
