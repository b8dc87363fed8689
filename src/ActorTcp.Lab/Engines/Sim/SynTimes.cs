namespace ActorTcp.Lab;

internal static class SynTimes
{
    private static readonly TimeSpan Initial = TimeSpan.FromSeconds(1);

    /// <summary>How long a client waits for an answer to its SYN before it sends the next.</summary>
    /// <param name="sent">SYNs sent so far, 1 at least.</param>
    public static TimeSpan Wait(this SynSchedule schedule, int sent) => schedule switch
    {
        SynSchedule.Exponential => Initial * (1 << Math.Min(sent - 1, 16)),
        SynSchedule.Linear => sent <= LinearTimeouts ? Initial : Initial * (1 << Math.Min(sent - 1 - LinearTimeouts, 16)),
    };

    /// <summary>Linux' net.ipv4.tcp_syn_linear_timeouts.</summary>
    public const int LinearTimeouts = 4;
}
