namespace ActorTcp.Packetdrill;

/// <summary>A call that blocks.</summary>
/// <param name="attempt">Its answer, or null as long as there is none.</param>
internal sealed class Waiting(Func<Answer?> attempt)
{
    /// <summary>When it gives up, on the virtual clock.</summary>
    public TimeSpan? Deadline { get; set; }

    public Answer? Answer { get; set; }

    /// <summary>The caller's thread may come to it later, when the clock has gone on.</summary>
    public TimeSpan AnsweredAt { get; private set; }

    public void Try(TimeSpan now)
    {
        if (Answer is null)
        {
            Answer = Deadline <= now ? Answer.Ok : attempt();
            AnsweredAt = now;
        }
    }
}
