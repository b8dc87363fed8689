namespace ActorTcp.Reports;

/// <summary>How a number stands among those of its column.</summary>
internal enum Standing
{
    Neither,
    Best,
    Worst,
}
