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
        if (job.Engine == LoadEngine.Kernel)
        {
            return Generate(session, OnKernel(session), beginning, stop);
        }

        using var tun = OpenTun();
        using var parking = new PollParking(tun.Queues[0].Fd);
        return Generate(session, OnStack(session, tun, parking), beginning, stop);
    }

    private LoadShare Generate(LoadSession session, IGenerator generator, long beginning, CancellationToken stop)
    {
        using (generator)
        {
            var spent = Environment.CpuUsage.TotalTime;
            generator.Begin(time.GetElapsedTime(beginning));
            generator.Run(stop);
            return new LoadShare
            {
                Tally = session.Results,
                Lasted = time.GetElapsedTime(beginning),
                ProcessorTime = Environment.CpuUsage.TotalTime - spent,
                Memory = Environment.WorkingSet,
            };
        }
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
