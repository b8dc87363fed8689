namespace ActorTcp.Lab;

/// <summary>A load from its order to its result.</summary>
internal sealed class LoadRun(LoadJob job, TimeProvider time)
{
    /// <summary>How long everybody has to get ready before the plan begins.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromMilliseconds(200);

    private readonly List<LoadSecond> _seconds = [];

    /// <summary>A second of the load is over. Raised on a thread of the load.</summary>
    public event Action<LoadSecond>? Passed;

    /// <param name="stop">Ends the load early; its result is that of what was measured.</param>
    public LoadResult Run(CancellationToken stop)
    {
        var began = time.GetUtcNow() + Notice;
        var beginning = time.GetTimestamp() + (long)(Notice.TotalSeconds * time.TimestampFrequency);
        var worker = new LoadWorker(job, time);
        worker.Passed += Take;
        var share = worker.Run(beginning, stop);
        return new LoadResult
        {
            Job = job,
            Began = began,
            Lasted = share.Lasted,
            ProcessorTime = share.ProcessorTime,
            Memory = share.Memory,
            Tally = share.Tally,
            Seconds = _seconds,
            Notes = [],
        };
    }

    private void Take(LoadSecond second)
    {
        _seconds.Add(second);
        Passed?.Invoke(second);
    }
}
