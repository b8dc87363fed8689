namespace ActorTcp.Packetdrill;

/// <summary>A call that blocks.</summary>
/// <param name="Attempt">Its answer, or null as long as there is none.</param>
internal sealed record Waiting(Func<Answer?> Attempt)
{
    /// <summary>When it gives up, on the virtual clock.</summary>
    public TimeSpan? Deadline { get; set; }

    public Answer? AtDeadline { get; init; }

    public Answer? Answer { get; set; }
}
