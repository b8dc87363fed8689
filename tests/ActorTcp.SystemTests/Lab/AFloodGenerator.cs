using System.Runtime.Versioning;
using ActorTcp.Lab;
using ActorTcp.Linux;

namespace ActorTcp.SystemTests;

/// <summary>It floods nobody but the laboratory's own servers.</summary>
[SupportedOSPlatform("linux")]
public sealed class AFloodGenerator
{
    private const int Loopback = 1;
    private static readonly EthernetFrame Frame = new(new byte[6], new byte[6]);

    private static readonly Trial Trial = new Experiment
    {
        Name = "flood",
        Subjects = [Subject.Named("hybrid")],
        Flood = new FloodPlan { Rates = [FloodRate.Most], Until = TimeSpan.FromMilliseconds(100) },
        Engine = EngineKind.Tun,
    }.Trials()[0];

    [Fact]
    public void Refuses_to_run_in_the_network_of_the_machine()
    {
        var refused = Assert.Throws<FloodRefusedException>(() => new FloodGenerator(Trial, Loopback, Frame));
        Assert.Contains(NetworkNamespace.Identity(), refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_to_run_in_a_namespace_that_somebody_else_has_made()
    {
        Needs.Namespaces();
        Assert.Throws<FloodRefusedException>(() => NetworkNamespace.RunInNew(() => Flood(Loopback).Dispose()));
    }

    [Fact]
    public void Refuses_to_run_in_a_namespace_that_the_laboratory_has_given_up()
    {
        Needs.Namespaces();
        var place = LabNamespace.Create();
        Assert.Throws<FloodRefusedException>(() => place.Run(() =>
        {
            place.Dispose();
            Flood(Loopback).Dispose();
        }));
    }

    [Fact]
    public void Runs_in_the_laboratory_s_own()
    {
        Needs.Namespaces();
        using var network = new LabNetwork(SynSchedule.Exponential);
        using var flood = network.Clients.Run(() => Flood(network.ClientLinkIndex));
        flood.Run(CancellationToken.None);
        Assert.True(flood.Packets > 100, $"{flood.Packets} packets were sent");
    }

    private static FloodGenerator Flood(int link) => new(Trial, link, Frame);
}
