namespace ActorTcp.Reports;

public enum Tone
{
    Neutral,
    Good,
    Bad,
}
