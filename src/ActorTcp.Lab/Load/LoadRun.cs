using ActorTcp.Linux;

namespace ActorTcp.Lab;

/// <summary>A load from its order to its result: one generator in this process, or several in helpers.</summary>
/// <param name="job">Its number of parts may be 0: then as many as it needs.</param>
internal sealed class LoadRun(LoadJob job, TimeProvider time)
{
    /// <summary>How long generators that are ready have to make their devices before the plan begins.</summary>
    private static readonly TimeSpan Notice = TimeSpan.FromMilliseconds(300);

    /// <summary>Descriptors that a process needs for itself.</summary>
    private const int OwnDescriptors = 256;

    private const int MostParts = 256;

    private readonly List<string> _notes = [];

    /// <summary>A second of the load is over. Raised on a thread of the load.</summary>
    public event Action<LoadSecond>? Passed;

    /// <summary>Something that the user should know about how it is done.</summary>
    public event Action<string>? Noted;

    /// <param name="stop">Ends the load early; its result is that of what was measured.</param>
    /// <exception cref="IOException">A generator cannot have what it needs.</exception>
    public LoadResult Run(CancellationToken stop)
    {
        var parts = job.Parts > 0 ? job.Parts : PartsNeeded();
        Prepare(parts);
        var timeline = new LoadTimeline(parts);
        timeline.Passed += second => Passed?.Invoke(second);
        var shares = parts == 1 ? [Alone(timeline, stop)] : Together(parts, timeline, stop);
        var tally = new LoadTally();
        foreach (var share in shares)
        {
            tally.Add(share.Tally);
        }

        return new LoadResult
        {
            Job = job with { Parts = parts },
            Began = time.GetUtcNow() - shares.Max(share => share.Lasted),
            Lasted = shares.Max(share => share.Lasted),
            ProcessorTime = shares.Aggregate(TimeSpan.Zero, (sum, share) => sum + share.ProcessorTime),
            Memory = shares.Sum(share => share.Memory),
            Tally = tally,
            Seconds = timeline.Seconds,
            Notes = _notes,
        };
    }

    private LoadShare Alone(LoadTimeline timeline, CancellationToken stop)
    {
        var worker = new LoadWorker(job with { Parts = 1 }, time);
        worker.Passed += timeline.Add;
        return worker.Run(Beginning(), stop);
    }

    private LoadShare[] Together(int parts, LoadTimeline timeline, CancellationToken stop)
    {
        var helpers = Enumerable.Range(0, parts).Select(part => new LoadHelper(job with { Parts = parts, Part = part })).ToArray();
        try
        {
            Array.ForEach(helpers, helper => helper.AwaitReady());
            var beginning = Beginning();
            Array.ForEach(helpers, helper => helper.Begin(beginning));
            return Task.WhenAll(helpers.Select(helper => Task.Factory.StartNew(
                () => helper.Listen(timeline.Add, stop), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))).GetAwaiter().GetResult();
        }
        finally
        {
            Array.ForEach(helpers, helper => helper.Dispose());
        }
    }

    private long Beginning() => time.GetTimestamp() + (long)(Notice.TotalSeconds * time.TimestampFrequency);

    /// <summary>Flows of the kernel need a descriptor each.</summary>
    private int PartsNeeded()
    {
        if (job.Engine != LoadEngine.Kernel)
        {
            return 1;
        }

        var (was, limit) = DescriptorLimit.Raise();
        var parts = (int)Math.Clamp((FlowsExpected() + limit - OwnDescriptors - 1) / Math.Max(limit - OwnDescriptors, 1), 1, MostParts);
        if (was < limit)
        {
            Note($"raised the limit of descriptors from {was} to {limit}");
        }

        return parts;
    }

    /// <summary>Of an open loop as many as start while one rests and waits a second.</summary>
    private long FlowsExpected()
    {
        var plan = LoadPlan.Parse(job.Plan);
        var rest = ExchangeParser.Parse(job.Exchange, job.TargetName).Steps.OfType<Hold>().Sum(step => step.For.TotalSeconds);
        return Math.Max(plan.MostCopies, (long)Math.Min(plan.HighestRate * (rest + 1), job.Limits.Open));
    }

    private void Prepare(int parts)
    {
        if (parts > 1)
        {
            Note($"{parts} helper processes share the load");
        }

        if (job.Host is { } host)
        {
            Note($"{host} is taken to be {job.Target}");
        }

        var isV4 = LoadTarget.Parse(job.Target).Addresses[0].IsV4;
        if (job.Engine == LoadEngine.Stack && !Forwarding.IsOn(isV4))
        {
            Note(OwnNetwork.IsClosed && Forwarding.TryTurnOn(isV4)
                ? "turned IP forwarding on in this network namespace, so that packets get from our device to the target's"
                : "IP forwarding is off, so only targets on this machine itself can answer: see `sysctl net.ipv4.ip_forward`");
        }
    }

    private void Note(string note)
    {
        _notes.Add(note);
        Noted?.Invoke(note);
    }
}
