using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 5482: the user timeout is told to the peer, so that it keeps or drops a silent connection when this side does; and what the peer tells is heeded, within limits.</summary>
public sealed record UserTimeoutOption
{
    private const int Minutes = 1 << 15;
    private const int Most = Minutes - 1;

    /// <summary>CHANGEABLE of §3: whether the peer may change this side's user timeout at all.</summary>
    public bool Changeable { get; init; } = true;

    /// <summary>L_LIMIT of §3: the shortest timeout that the peer can bring about; at least 100 s (RFC 9293 §3.8.3).</summary>
    public TimeSpan LowerLimit { get; init; } = TimeSpan.FromSeconds(100);

    /// <summary>U_LIMIT of §3: the longest, because a connection costs memory (§5).</summary>
    public TimeSpan UpperLimit { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>USER_TIMEOUT = min(U_LIMIT, max(ADV_UTO, REMOTE_UTO, L_LIMIT)).</summary>
    /// <param name="advertised">ADV_UTO: this side's own.</param>
    /// <param name="remote">REMOTE_UTO: the peer's.</param>
    internal TimeSpan Adopt(TimeSpan advertised, TimeSpan remote)
    {
        var longer = advertised > remote ? advertised : remote;
        longer = longer > LowerLimit ? longer : LowerLimit;
        return longer < UpperLimit ? longer : UpperLimit;
    }

    /// <summary>§3.3: seconds, or with the granularity bit minutes; rounded up, and never the reserved zero (§3.4).</summary>
    internal static ushort Encode(TimeSpan timeout) => timeout.TotalSeconds <= Most
        ? (ushort)Math.Max(Math.Ceiling(timeout.TotalSeconds), 1)
        : (ushort)(Minutes | (int)Math.Min(Math.Ceiling(timeout.TotalMinutes), Most));

    internal static TimeSpan Decode(ushort value) => (value & Minutes) != 0 ? TimeSpan.FromMinutes(value & Most) : TimeSpan.FromSeconds(value);

    /// <summary>Puts this side's timeout on a segment if the peer has not been told, on a SYN in any case: the first segment after it says it again, for SYN cookies forget it (§3.2).</summary>
    internal static void Tell(Tcb tcb, ref TcpOptions options, bool isSyn)
    {
        if (IsDue(tcb) || (isSyn && tcb.Settings.UserTimeoutOption is not null))
        {
            options.Present |= OptionKinds.UserTimeout;
            options.UserTimeout = Encode(tcb.Settings.UserTimeout);
            tcb.ToldUserTimeout = isSyn ? (ushort)0 : options.UserTimeout;
        }
    }

    /// <summary>Octets that <see cref="Tell"/> will fill on the next segment after the SYN.</summary>
    internal static int Length(Tcb tcb) => IsDue(tcb) ? 4 : 0;

    /// <summary>Remembers REMOTE_UTO; zero is reserved (§3.4).</summary>
    internal static void Arrived(Tcb tcb, in TcpOptions options)
    {
        if (tcb.Settings.UserTimeoutOption is null || options.UserTimeout is 0 or Minutes)
        {
            return;
        }

        var before = tcb.UserTimeout;
        tcb.RemoteUserTimeout = options.UserTimeout;
        if (tcb.Timers.IsRunning(Timer.User) && tcb.State.IsSynchronized())
        {
            tcb.Timers.Start(Timer.User, tcb.Timers.Due(Timer.User) - before + tcb.UserTimeout);
        }
    }

    private static bool IsDue(Tcb tcb) => tcb.Settings.UserTimeoutOption is not null && tcb.ToldUserTimeout != Encode(tcb.Settings.UserTimeout);
}
