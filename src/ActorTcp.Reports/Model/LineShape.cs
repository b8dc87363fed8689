namespace ActorTcp.Reports;

public enum LineShape
{
    /// <summary>From point to point.</summary>
    Line,

    /// <summary>Each value holds until the next x: distributions, gauges, settings.</summary>
    Steps,

    /// <summary>Markers only.</summary>
    Points,

    /// <summary>A line whose ground is filled: occupancy.</summary>
    Area,
}
