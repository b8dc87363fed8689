namespace ActorTcp.Reports;

public enum MarkDirection
{
    /// <summary>At an x: a moment, a percentile of a distribution.</summary>
    Vertical,

    /// <summary>At a y: a limit.</summary>
    Horizontal,
}
