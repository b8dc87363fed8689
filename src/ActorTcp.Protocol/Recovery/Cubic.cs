namespace ActorTcp.Protocol;

/// <summary>RFC 9438: the window grows with the third power of time, first fast, slowly where the last loss was, then fast again; never slower than RFC 5681 would have it.</summary>
internal sealed class Cubic : ICongestionControl
{
    public static readonly Cubic Instance = new();

    /// <summary>C of §5: segments per second cubed.</summary>
    private const double Growth = 0.4;

    /// <summary>β_cubic of §4.6</summary>
    private const double Decrease = 0.7;

    /// <summary>α_cubic of §4.3: so a flow with β 0.7 gets as much as one with ½ and a whole segment in each round trip.</summary>
    private const double RenoFriendly = 3 * (1 - Decrease) / (1 + Decrease);

    private Cubic()
    {
    }

    public void Begin(Tcb tcb, int segments, uint mss) => NewReno.Instance.Begin(tcb, segments, mss);

    public void Acknowledged(Tcb tcb, uint octets, uint mss, TimeSpan now, TimeSpan rtt)
    {
        ref var window = ref tcb.Congestion;
        if (window.InSlowStart)
        {
            NewReno.Instance.Acknowledged(tcb, octets, mss, now, rtt);
            return;
        }

        var epoch = tcb.Cubic ??= new CubicEpoch();
        var segments = (double)window.Size / mss;
        if (!epoch.HasBegun)
        {
            BeginEpoch(epoch, segments, now);
        }

        var acknowledged = (double)octets / mss;
        epoch.RenoWindow += (epoch.RenoWindow >= epoch.PriorWindow ? 1 : RenoFriendly) * acknowledged / segments;
        var elapsed = (now - epoch.Start).TotalSeconds;
        var next = CubicWindow(epoch, elapsed) < epoch.RenoWindow
            ? Math.Max(epoch.RenoWindow, segments)
            : segments + ((Math.Clamp(CubicWindow(epoch, elapsed + rtt.TotalSeconds), segments, 1.5 * segments) - segments) * acknowledged / segments);
        window.Size = (uint)Math.Min(next * mss, NewReno.Largest);
    }

    public void LossDetected(Tcb tcb, uint flight, uint mss)
    {
        ref var window = ref tcb.Congestion;
        var epoch = tcb.Cubic ??= new CubicEpoch();
        var segments = (double)window.Size / mss;
        epoch.PriorWindow = segments;
        epoch.MaxWindow = segments < epoch.MaxWindow ? segments * (1 + Decrease) / 2 : segments;   // §4.7: who has less now leaves room for others
        epoch.HasBegun = false;
        window.SlowStartThreshold = Math.Max((uint)(flight * Decrease), 2 * mss);
        window.Size = window.SlowStartThreshold;
    }

    /// <summary>§4.8: slow start leads to ssthresh, and growth begins anew there.</summary>
    public void TimedOut(Tcb tcb, uint flight, uint mss)
    {
        LossDetected(tcb, flight, mss);
        tcb.Cubic!.MaxWindow = 0;
        tcb.Congestion.Size = mss;
    }

    /// <summary>§5.8: time in which the window was not used is no time to grow in.</summary>
    public void Restarted(Tcb tcb)
    {
        if (tcb.Cubic is { } epoch)
        {
            epoch.HasBegun = false;
        }
    }

    private static void BeginEpoch(CubicEpoch epoch, double segments, TimeSpan now)
    {
        epoch.HasBegun = true;
        epoch.Start = now;
        epoch.MaxWindow = Math.Max(epoch.MaxWindow, segments);
        epoch.TimeToMax = Math.Cbrt((epoch.MaxWindow - segments) / Growth);
        epoch.RenoWindow = segments;
    }

    /// <summary>W_cubic(t) of §4.2</summary>
    private static double CubicWindow(CubicEpoch epoch, double seconds)
    {
        var fromMax = seconds - epoch.TimeToMax;
        return (Growth * fromMax * fromMax * fromMax) + epoch.MaxWindow;
    }
}
