namespace ActorTcp.Reports;

public enum Stroke
{
    Solid,
    Dashed,
    Dotted,
}
