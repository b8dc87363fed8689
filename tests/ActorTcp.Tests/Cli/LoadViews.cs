using ActorTcp.Cli;
using ActorTcp.Lab;

namespace ActorTcp.Tests.Cli;

/// <summary>A load while it runs, as lines and in place.</summary>
public sealed class LoadViews
{
    [Fact]
    public void Elsewhere_than_on_a_terminal_it_is_a_line_each_second()
    {
        using var output = new StringWriter();
        var view = new LoadView(output, isTerminal: false);
        view.Show(Second(0, connected: 2, failed: 1));
        view.Show(new LoadSecond { Second = 1 });

        Assert.Equal(
            "   1 s        2/s  open       0  failed     1  connect p50    1 ms  p99    3 ms  max    3 ms\n"
            + "   2 s        0/s  open       0  failed     0  connect p50       –  p99       –  max       –\n",
            output.ToString());
    }

    [Fact]
    public void On_a_terminal_it_is_rewritten_in_place_with_sums_and_a_sparkline()
    {
        using var output = new StringWriter();
        var view = new LoadView(output, isTerminal: true);
        view.Show(Second(0, connected: 2, failed: 1));
        view.Show(Second(1, connected: 14, failed: 0));

        var last = output.ToString().Split("\e[3F")[^1].Split('\n');
        Assert.Equal("      16 connected, 1 failed\e[K", last[1]);
        Assert.Equal("      ▂█ 14/s at most\e[K", last[2]);
    }

    private static LoadSecond Second(int second, long connected, long failed)
    {
        var passed = new LoadSecond { Second = second, Connected = connected, Failed = failed };
        passed.Connect.Record(TimeSpan.FromMilliseconds(1));
        passed.Connect.Record(TimeSpan.FromMilliseconds(3));
        return passed;
    }
}
