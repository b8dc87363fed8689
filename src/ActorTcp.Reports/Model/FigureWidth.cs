namespace ActorTcp.Reports;

public enum FigureWidth
{
    Full,
    Half,
}
