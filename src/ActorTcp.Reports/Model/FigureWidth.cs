namespace ActorTcp.Reports;

public enum FigureWidth
{
    Full,

    /// <summary>Beside the next half figure; one that has no partner takes the whole width.</summary>
    Half,
}
