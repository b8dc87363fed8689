using System.Globalization;

namespace ActorTcp.Lab;

/// <summary>The circumstances of an experiment, in a sentence or two.</summary>
internal static class Setting
{
    public static string Of(Experiment experiment) => string.Create(CultureInfo.InvariantCulture,
        $"{experiment.Clients.Count:N0} clients, {experiment.Clients.PerSecond:N0} a second on average, {Wish(experiment)} and have {experiment.Clients.Patience.TotalSeconds:0.#} s of patience; "
        + $"their SYNs are repeated after {Schedule(experiment.Clients.Schedule)} s. The server allows {experiment.HalfOpenLimit:N0} half-open connections. {Engine(experiment.Engine)}");

    private static string Wish(Experiment experiment) => experiment.Clients.ReadsOneByte ? "connect, wait for one octet" : "connect";

    private static string Schedule(SynSchedule schedule) => schedule switch
    {
        SynSchedule.Exponential => "1, 3, 7",
        SynSchedule.Linear => "1, 2, 3, 4, 5, 7",
    };

    private static string Engine(EngineKind engine) => engine switch
    {
        EngineKind.Sim => "Engine sim: the real stack on a virtual clock, with a processor that is infinitely fast, so that latency is the network's and the policy's alone.",
        EngineKind.Tun => "Engine tun: real packets, clients of the Linux kernel, and the stack behind a TUN device, all on this one machine.",
        EngineKind.Kernel => "Engine kernel: real packets, and the Linux kernel as the server, all on this one machine.",
    };
}
