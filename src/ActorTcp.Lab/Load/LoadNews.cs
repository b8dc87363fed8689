namespace ActorTcp.Lab;

/// <summary>What a helper process tells: a second that is over, or in the end all of its share, or why there is none.</summary>
internal sealed record LoadNews
{
    public LoadSecond? Second { get; init; }

    public LoadShare? Share { get; init; }

    public string? Failure { get; init; }
}
