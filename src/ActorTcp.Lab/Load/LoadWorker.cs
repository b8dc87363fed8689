using System.Net;
using ActorTcp.Linux;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>Does one generator's share of a load in this process.</summary>
internal sealed class LoadWorker(LoadJob job, TimeProvider time)
{
    /// <summary>A second of this share is over. Raised on the generator's thread.</summary>
    public event Action<LoadSecond>? Passed;

    private IPNetwork Sources => IPNetwork.Parse(job.Sources!);

    /// <param name="beginning">The time stamp at which the plan begins.</param>
    /// <exception cref="TunException">Engine <see cref="LoadEngine.Stack"/> cannot have its device.</exception>
    public LoadShare Run(long beginning, CancellationToken stop)
    {
        var session = job.NewSession();
        session.Seconds.Passed += second =>
        {
            session.IsShort = Environment.WorkingSet > job.Limits.Memory / job.Parts;
            Passed?.Invoke(second);
        };
        using var tun = job.Engine == LoadEngine.Stack ? OpenTun() : null;
        using var parking = tun is null ? null : new PollParking(tun.Queues[0].Fd);
        var spent = Environment.CpuUsage.TotalTime;
        using var generator = tun is null ? OnKernel(session) : (IGenerator)OnStack(session, tun, parking!);
        generator.Begin(time.GetElapsedTime(beginning));
        generator.Run(stop);
        var lasted = time.GetElapsedTime(beginning);
        var memory = Environment.WorkingSet;
        spent = Environment.CpuUsage.TotalTime - spent;
        generator.Dispose();
        return new LoadShare { Tally = session.Results, Lasted = lasted, ProcessorTime = spent, Memory = memory };
    }

    private KernelGenerator OnKernel(LoadSession session) =>
        new(session, LoadTarget.Parse(job.Target), job.Sources is null ? null : new SourcePool(new AddressPool(Sources), job.Part, job.Parts), time);

    private StackGenerator OnStack(LoadSession session, TunInterface tun, PollParking parking)
    {
        var target = LoadTarget.Parse(job.Target);
        var sources = new SourcePool(new AddressPool(Sources), job.Part, job.Parts);
        return new StackGenerator(session, target, sources, new StackQueue(tun.Queues[0], parking), time);
    }

    private TunInterface OpenTun() => TunInterface.Open(new TunOptions { Name = "load%d", Routes = [Sources] });
}
