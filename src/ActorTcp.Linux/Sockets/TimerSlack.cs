namespace ActorTcp.Linux;

/// <summary>prctl(2): a thread's waits may end 50 µs late by default, so that the kernel can bundle them.</summary>
internal static class TimerSlack
{
    /// <summary>Lets the waits of the calling thread, and of those that it starts, end as exactly as the kernel can.</summary>
    public static void Least() => _ = LibcSockets.prctl(Sys.PR_SET_TIMERSLACK, 1, 0, 0, 0);
}
