using ActorTcp.Cli;

namespace ActorTcp.Tests.Cli;

public sealed class StatusSamples
{
    [Fact]
    public void Gauges_are_shown_as_they_are_and_counters_as_rates()
    {
        var earlier = new StatusSample { At = TimeSpan.FromSeconds(10), Established = 1, HalfOpen = 1, TimeWaits = 1, Syns = 100, PacketsIn = 1000, PacketsOut = 500, Drops = 1 };
        var now = new StatusSample { At = TimeSpan.FromSeconds(12), Established = 3, HalfOpen = 4, TimeWaits = 5, Syns = 110, PacketsIn = 3000, PacketsOut = 600, Drops = 7 };
        Assert.Equal("established 3  half-open 4  TIME-WAIT 5  SYN/s 5  packets/s in 1000 out 50  drops 7", now.Since(in earlier));
    }
}
