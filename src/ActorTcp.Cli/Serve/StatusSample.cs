using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>What the status line is made of, at one moment: three gauges, then counters since the start.</summary>
internal readonly record struct StatusSample
{
    public required TimeSpan At { get; init; }

    public required int Established { get; init; }

    public required int HalfOpen { get; init; }

    public required int TimeWaits { get; init; }

    public required long Syns { get; init; }

    public required long PacketsIn { get; init; }

    public required long PacketsOut { get; init; }

    public required long Drops { get; init; }

    public static StatusSample Of(TcpStack stack, IReadOnlyList<TcpListener> listeners, TimeSpan now)
    {
        var halfOpen = listeners.Sum(listener => listener.HalfOpen);
        return new StatusSample
        {
            At = now,
            HalfOpen = halfOpen,
            Established = Math.Max(stack.Connections - halfOpen, 0),
            TimeWaits = stack.TimeWaits,
            Syns = stack.Count(Counter.SynsIn),
            PacketsIn = stack.Count(Counter.PacketsIn),
            PacketsOut = stack.Count(Counter.PacketsOut),
            Drops = CountersLine.Drops(stack),
        };
    }

    /// <summary>The line, with rates over the time since an earlier sample.</summary>
    public string Since(in StatusSample earlier)
    {
        var seconds = Math.Max((At - earlier.At).TotalSeconds, 0.001);
        return string.Create(null, $"established {Established}  half-open {HalfOpen}  TIME-WAIT {TimeWaits}  SYN/s {(Syns - earlier.Syns) / seconds:0}  "
            + $"packets/s in {(PacketsIn - earlier.PacketsIn) / seconds:0} out {(PacketsOut - earlier.PacketsOut) / seconds:0}  drops {Drops}");
    }
}
