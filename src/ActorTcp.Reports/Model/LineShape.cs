namespace ActorTcp.Reports;

public enum LineShape
{
    /// <summary>From point to point.</summary>
    Line,

    /// <summary>Each value holds until the next x, the last to the end of the axis: distributions (which begin with a share of 0 at their least value), gauges, settings.</summary>
    Steps,

    /// <summary>Markers only.</summary>
    Points,

    /// <summary>A line whose ground is filled: occupancy.</summary>
    Area,
}
