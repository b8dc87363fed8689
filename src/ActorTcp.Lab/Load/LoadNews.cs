namespace ActorTcp.Lab;

/// <summary>What a helper process tells: first nothing, which is that it is ready; then each second that is over; in the end its share, or why there is none.</summary>
internal sealed record LoadNews
{
    public LoadSecond? Second { get; init; }

    public LoadShare? Share { get; init; }

    public string? Failure { get; init; }
}
