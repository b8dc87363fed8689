using ActorTcp.Lab;

namespace ActorTcp.Tests.Lab;

/// <summary>Where a server begins to fall behind.</summary>
public sealed class Knees
{
    [Fact]
    public void A_server_that_follows_has_none() => Assert.Null(Knee.Of([.. Ramp(20)]));

    [Fact]
    public void One_slow_second_is_none()
    {
        var seconds = Ramp(20).ToList();
        seconds[10] = Second(10, started: 1100, connected: 1100, milliseconds: 500);

        Assert.Null(Knee.Of(seconds));
    }

    [Fact]
    public void It_is_the_last_second_before_latency_stays_high()
    {
        var seconds = Ramp(12).Concat(Enumerable.Range(12, 8).Select(second => Second(second, 100 * (second + 1), 100 * (second + 1), milliseconds: 20))).ToList();

        Assert.Equal((11, 1200), (Knee.Of(seconds)!.Second, Knee.Of(seconds)!.Connected));
    }

    [Fact]
    public void It_is_the_last_second_before_the_server_sets_up_less_than_was_asked()
    {
        var seconds = Ramp(15).Concat(Enumerable.Range(15, 5).Select(second => Second(second, 100 * (second + 1), 1400, milliseconds: 1))).ToList();

        Assert.Equal(14, Knee.Of(seconds)!.Second);
    }

    private static IEnumerable<LoadSecond> Ramp(int seconds) =>
        Enumerable.Range(0, seconds).Select(second => Second(second, 100 * (second + 1), 100 * (second + 1), milliseconds: 1));

    private static LoadSecond Second(int second, long started, long connected, double milliseconds)
    {
        var passed = new LoadSecond { Second = second, Started = started, Connected = connected };
        passed.Connect.Record(TimeSpan.FromMilliseconds(milliseconds));
        return passed;
    }
}
