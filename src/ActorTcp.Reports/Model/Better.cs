namespace ActorTcp.Reports;

public enum Better
{
    Neither,
    Less,
    More,
}
