using ActorTcp.Lab;
using static System.TimeSpan;

namespace ActorTcp.LoadTests;

internal static class ConnectionSetupRate
{
    public static Scenario Scenario { get; } = Scenario.Create("connection setup rate")
        .Asking("How many connections a second are set up and closed, with 256 at a time and no pause?")
        .WithLoad(new KeepConstant(256, FromSeconds(20)))
        .WithShortLoad(new KeepConstant(256, FromSeconds(3)))
        .FailIf("failed>0")
        .FailIfSlow("rate<1000/s");
}
