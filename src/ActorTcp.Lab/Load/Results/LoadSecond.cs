using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>What happened in one second of a load.</summary>
internal sealed record LoadSecond
{
    /// <summary>Which second, from 0.</summary>
    public required int Second { get; init; }

    public long Started { get; init; }

    public long Connected { get; init; }

    public long Completed { get; init; }

    public long Failed { get; init; }

    /// <summary>Flows open at its end.</summary>
    public long Open { get; init; }

    public LatencyHistogram Connect { get; init; } = new();

    /// <summary>The same second of two generators.</summary>
    public static LoadSecond operator +(LoadSecond a, LoadSecond b)
    {
        var connect = new LatencyHistogram();
        connect.Add(a.Connect);
        connect.Add(b.Connect);
        return new LoadSecond
        {
            Second = a.Second,
            Started = a.Started + b.Started,
            Connected = a.Connected + b.Connected,
            Completed = a.Completed + b.Completed,
            Failed = a.Failed + b.Failed,
            Open = a.Open + b.Open,
            Connect = connect,
        };
    }
}
