using ActorTcp.Lab;

namespace ActorTcp.Tests.Lab;

/// <summary>A generator looks again for a while before it sleeps, and spends little on it.</summary>
public sealed class AWatchfulGenerator
{
    private static readonly TimeSpan Round = TimeSpan.FromMicroseconds(2);

    private readonly Watch _watch = new();
    private TimeSpan _now = TimeSpan.FromSeconds(1);

    [Fact]
    public void Looks_again_for_some_hundred_microseconds()
    {
        _watch.Begin(_now);
        Assert.InRange(Looks() * Round, TimeSpan.FromMicroseconds(450), TimeSpan.FromMicroseconds(550));
    }

    [Fact]
    public void Spends_a_fifth_of_the_time_at_most()
    {
        const int Events = 10_000;
        var began = _now;
        var looks = 0;
        for (var i = 0; i < Events; i++)
        {
            _watch.Begin(_now);
            looks += Looks();
            _now += TimeSpan.FromMicroseconds(400);
        }

        Assert.InRange(looks * Round / (_now - began), 0.15, 0.22);
    }

    /// <returns>How often it looks again until it would sleep.</returns>
    private int Looks()
    {
        for (var looks = 0; ; looks++)
        {
            _now += Round;
            if (!_watch.Goes(_now))
            {
                return looks;
            }
        }
    }
}
