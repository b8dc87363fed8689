using System.Net;
using ActorTcp.Dashboard;
using ActorTcp.Stack;

namespace ActorTcp.Tests.Dashboard;

/// <summary>What listeners decided, the latest first.</summary>
public sealed class TheLatestDecisions
{
    [Fact]
    public void Are_counted_where_one_follows_its_like()
    {
        var runs = Decision.InRuns([Event(80, 9, Counter.SynCookiesSent, 3), Event(80, 8, Counter.SynCookiesSent, 2), Event(7, 7, Counter.SynCookiesSent, 1), Event(80, 6, Counter.PassiveOpens, 1)]);
        Assert.Equal(
        [
            new Decision(80, Counter.SynCookiesSent, TimeSpan.FromSeconds(9), 2, IPEndPoint.Parse("10.9.0.3:1000")),
            new Decision(7, Counter.SynCookiesSent, TimeSpan.FromSeconds(7), 1, IPEndPoint.Parse("10.9.0.1:1000")),
            new Decision(80, Counter.PassiveOpens, TimeSpan.FromSeconds(6), 1, IPEndPoint.Parse("10.9.0.1:1000")),
        ], runs);
    }

    private static (ushort Port, ListenerEvent Decided) Event(int port, int seconds, Counter what, int peer) =>
        ((ushort)port, new ListenerEvent(TimeSpan.FromSeconds(seconds), what, IPEndPoint.Parse($"10.9.0.{peer}:1000")));
}
