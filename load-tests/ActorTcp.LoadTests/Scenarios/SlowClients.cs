using ActorTcp.Lab;
using static System.TimeSpan;

namespace ActorTcp.LoadTests;

internal static class SlowClients
{
    public static Scenario Scenario { get; } = Scenario.Create("slow clients")
        .Asking("Two thousand clients that say an octet now and then: do the others notice?")
        .Beside(new KeepConstant(2000, FromSeconds(45)), "send \"s\", hold 2s, take 1, send \"l\", hold 3s, take 1, send \"ow\", hold 4s, take 2")
        .WithLoad(new Inject(2000, FromSeconds(30)))
        .WithShortLoad(new Inject(500, FromSeconds(4)))
        .Doing("echo 1")
        .FailIf("failed>0")
        .FailIfSlow("p50>50ms");
}
