namespace ActorTcp.Reports;

public enum AxisScale
{
    Linear,

    /// <summary>Decades; what is not greater than 0 has no place on it and is left out.</summary>
    Log,
}
