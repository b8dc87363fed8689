using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Defence;

/// <summary>RFC 4987 §3.1: budgets in fixed memory.</summary>
[Rule("RFC 4987", "§3.1")]
public sealed class RateSketches
{
    private static readonly SipKey Key = new(1, 2);

    [Fact]
    public void Let_a_source_spend_its_rate_and_save_up_a_second_of_it()
    {
        var sketch = new RateSketch(perSecond: 10, width: 64);
        Assert.Equal(10, Spend(sketch, 20, 100.Seconds()));
        Assert.Equal(0, Spend(sketch, 20, 100.Seconds() + 99.Milliseconds()));
        Assert.Equal(1, Spend(sketch, 20, 100.Seconds() + 100.Milliseconds()));
        Assert.Equal(10, Spend(sketch, 20, 200.Seconds()));
    }

    [Fact]
    public void Tell_a_greedy_source_from_the_modest_ones()
    {
        var filter = new SynFilter(new SynBudgets { PerSource = 5, PerPrefix = 1000, Width = 1024 }, Key);
        var greedy = IpAddr.Parse("10.9.9.9");
        Assert.Equal(95, Enumerable.Range(0, 100).Count(_ => filter.Refuse(greedy, TimeSpan.Zero) == Admission.SourceBudget));
        Assert.All(Enumerable.Range(0, 500), i => Assert.Null(filter.Refuse(IpAddr.FromV4(0x0A010000u + (uint)i * 256), TimeSpan.Zero)));
    }

    [Theory, InlineData("10.9.9.", 10), InlineData("fd01:0:0:", 10)]
    public void Count_a_network_as_one_too(string prefix, int allowed)
    {
        var filter = new SynFilter(new SynBudgets { PerSource = 5, PerPrefix = 10, Width = 1024 }, Key);
        var isV4 = prefix.Contains('.', StringComparison.Ordinal);
        var passed = Enumerable.Range(1, 100).Count(i => filter.Refuse(IpAddr.Parse(isV4 ? $"{prefix}{i}" : $"{prefix}{i}::1"), TimeSpan.Zero) is null);
        Assert.Equal(allowed, passed);
    }

    [Fact]
    public void Count_all_addresses_of_an_IPv6_link_as_one_source()
    {
        var filter = new SynFilter(new SynBudgets { PerSource = 5, PerPrefix = 1000, Width = 1024 }, Key);
        Assert.Equal(5, Enumerable.Range(1, 100).Count(i => filter.Refuse(IpAddr.Parse($"fd01::{i}"), TimeSpan.Zero) is null));
    }

    [Fact]
    public void Keep_out_nobody_when_there_are_more_sources_than_they_can_tell_apart()
    {
        var filter = new SynFilter(new SynBudgets { PerSource = 4, PerPrefix = 4, Width = 64 }, Key);
        var random = new Random(1);
        for (var i = 0; i < 100_000; i++)
        {
            filter.Refuse(IpAddr.FromV4((uint)random.Next()), TimeSpan.FromMicroseconds(i));
        }

        Assert.Null(filter.Refuse(IpAddr.Parse("10.2.0.1"), 100.Milliseconds()));
    }

    private static int Spend(RateSketch sketch, int tries, TimeSpan now) => Enumerable.Range(0, tries).Count(_ => sketch.TrySpend(12345, now));
}
