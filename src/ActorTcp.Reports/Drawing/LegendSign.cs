namespace ActorTcp.Reports;

/// <summary>What stands before a name in a legend.</summary>
public enum LegendSign
{
    MarkedLine,
    Marker,
    Block,
}
