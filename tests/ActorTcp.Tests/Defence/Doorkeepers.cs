using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.Pressure;

namespace ActorTcp.Tests.Defence;

/// <summary>RFC 4987 §3.7: Calm → Pressed → Flooded and back, with hysteresis and a hold-down that backs off.</summary>
[Rule("RFC 4987", "§3.7")]
public sealed class Doorkeepers
{
    private const int Limit = 100;
    private static readonly FloodThresholds Thresholds = new() { Enter = 0.5, Leave = 0.25, HoldDown = 10.Seconds(), LongestHoldDown = 30.Seconds() };

    private readonly Doorkeeper _hybrid = new(HalfOpenRule.Of(HalfOpenPolicy.Hybrid), Limit, Thresholds);

    [Fact]
    public void Do_not_waver_between_calm_and_pressed()
    {
        Expect(Calm, 49).Expect(Pressed, 50).Expect(Pressed, 26).Expect(Pressed, 50).Expect(Calm, 25).Expect(Calm, 49);
    }

    [Fact]
    public void Answer_with_a_cookie_at_the_limit_until_the_hold_down_is_over_and_the_half_open_are_few()
    {
        Expect(Flooded, 100, at: 0).Expect(Flooded, 0, at: 9).Expect(Flooded, 26, at: 10).Expect(Calm, 25, at: 11);
        Assert.Equal(Admission.Record, _hybrid.Admit(99, 11.Seconds()));
        Assert.Equal(Admission.Cookie, _hybrid.Admit(100, 11.Seconds()));
    }

    [Fact]
    public void Hold_down_for_twice_as_long_when_the_flood_is_back_soon()
    {
        Expect(Flooded, 100, at: 0).Expect(Calm, 0, at: 10)
            .Expect(Flooded, 100, at: 11).Expect(Flooded, 0, at: 30).Expect(Calm, 0, at: 31)
            .Expect(Flooded, 100, at: 40).Expect(Flooded, 0, at: 69).Expect(Calm, 0, at: 70)   // 40 s would be more than the longest
            .Expect(Flooded, 100, at: 100).Expect(Flooded, 0, at: 109).Expect(Calm, 0, at: 130)
            .Expect(Flooded, 100, at: 170).Expect(Calm, 0, at: 180);                           // not soon
    }

    [Theory, InlineData(HalfOpenPolicy.Textbook), InlineData(HalfOpenPolicy.ShortTimer), InlineData(HalfOpenPolicy.Recycle)]
    public void Hold_nothing_down_where_no_cookie_stands_in(HalfOpenPolicy policy)
    {
        var doorkeeper = new Doorkeeper(HalfOpenRule.Of(policy), Limit, Thresholds);
        Assert.NotEqual(doorkeeper.Rule.AtSyn, doorkeeper.Admit(100, TimeSpan.Zero));
        Assert.Equal(doorkeeper.Rule.AtSyn, doorkeeper.Admit(99, TimeSpan.Zero));
        Assert.Equal(Pressed, doorkeeper.Pressure);
    }

    [Fact]
    public void Let_in_no_more_than_the_memory_budget_allows()
    {
        var rule = HalfOpenRule.Of(HalfOpenPolicy.SynCache);
        Assert.Equal(1000, rule.Affordable(1000, octets: 64_000));
        Assert.Equal(999, rule.Affordable(1000, octets: 63_999));
        Assert.Equal(1, rule.Affordable(1000, octets: 0));
    }

    private Doorkeepers Expect(Pressure pressure, int halfOpen, int at = 0)
    {
        _hybrid.Look(halfOpen, at.Seconds());
        Assert.Equal(pressure, _hybrid.Pressure);
        return this;
    }
}
