using System.Text.Json;
using ActorTcp.Stack;
using FsCheck;
using FsCheck.Fluent;

namespace ActorTcp.Tests.Stack;

/// <summary>Latencies summed up within 1 %, whatever their number and their range.</summary>
public sealed class LatencyHistograms
{
    /// <summary>Every order of magnitude is as likely as any other, from 100 ns to about 30 hours.</summary>
    private static readonly Arbitrary<TimeSpan> Latencies = Arb.From(
        from magnitude in Gen.Choose(0, 39)
        from mantissa in Gen.Choose(0, int.MaxValue)
        select new TimeSpan((1L << magnitude) + (long)(mantissa / (double)int.MaxValue * (1L << magnitude))));

    private static readonly Arbitrary<TimeSpan[]> Runs = Latencies.Generator.NonEmptyListOf().Select(run => run.ToArray()).ToArbitrary();

    [Fact]
    public void A_quantile_is_within_one_percent_of_the_latency_of_that_rank() => Holds(Runs, run =>
    {
        var histogram = Of(run);
        var sorted = run.Order().ToArray();
        return new[] { 0, 1, 50, 90, 99, 99.9, 100 }.All(percent =>
        {
            var exact = sorted[Math.Max((int)Math.Ceiling(run.Length * percent / 100) - 1, 0)];
            return Math.Abs((histogram.Percentile(percent) - exact).Ticks) <= exact.Ticks * 0.01;
        });
    });

    [Fact]
    public void Number_extremes_and_mean_are_exact() => Holds(Runs, run =>
    {
        var histogram = Of(run);
        return histogram.Count == run.Length && histogram.Min == run.Min() && histogram.Max == run.Max()
            && Math.Abs(histogram.Mean.Ticks - run.Average(latency => latency.Ticks)) <= 1;
    });

    [Fact]
    public void Two_added_up_are_as_one_that_saw_everything() => Holds(Runs, run =>
    {
        var sum = Of(run[..(run.Length / 3)]);
        sum.Add(Of(run[(run.Length / 3)..]));
        return Same(sum, Of(run));
    });

    [Fact]
    public void It_comes_back_from_JSON_as_it_was() => Holds(Runs, run =>
        Same(JsonSerializer.Deserialize<LatencyHistogram>(JsonSerializer.Serialize(Of(run)))!, Of(run)));

    [Fact]
    public void The_distribution_rises_to_one() => Holds(Runs, run =>
    {
        var points = Of(run).Cdf().ToArray();
        return points.Zip(points.Skip(1)).All(pair => pair.First.Latency < pair.Second.Latency && pair.First.Share < pair.Second.Share)
            && points[^1].Share == 1 && points[^1].Latency == Of(run).Percentile(100);
    });

    [Fact]
    public void Nothing_recorded_is_zero_throughout()
    {
        var nothing = new LatencyHistogram();

        Assert.Equal((0, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero, TimeSpan.Zero),
            (nothing.Count, nothing.Min, nothing.Max, nothing.Mean, nothing.Percentile(99)));
        Assert.Empty(nothing.Cdf());
        Assert.True(Same(JsonSerializer.Deserialize<LatencyHistogram>(JsonSerializer.Serialize(nothing))!, nothing));
    }

    [Fact]
    public void What_was_cleared_is_as_new()
    {
        var histogram = Of([TimeSpan.FromSeconds(1)]);
        histogram.Clear();

        Assert.True(Same(histogram, new LatencyHistogram()));
    }

    [Fact]
    public void Beyond_its_range_it_counts_the_end_of_the_range()
    {
        var histogram = Of([TimeSpan.FromSeconds(-1), TimeSpan.FromDays(4)]);

        Assert.Equal((TimeSpan.Zero, new TimeSpan(LatencyBuckets.Longest)), (histogram.Min, histogram.Max));
        Assert.Equal(2, histogram.Count);
    }

    [Fact]
    public void Recording_allocates_nothing()
    {
        var histogram = Of([TimeSpan.FromMilliseconds(1)]);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            histogram.Record(TimeSpan.FromMicroseconds(i));
        }

        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
    }

    private static LatencyHistogram Of(IEnumerable<TimeSpan> latencies)
    {
        var histogram = new LatencyHistogram();
        foreach (var latency in latencies)
        {
            histogram.Record(latency);
        }

        return histogram;
    }

    private static bool Same(LatencyHistogram a, LatencyHistogram b) =>
        a.Filled().SequenceEqual(b.Filled()) && (a.Count, a.Min, a.Max) == (b.Count, b.Min, b.Max) && Math.Abs((a.Mean - b.Mean).Ticks) <= 1;

    private static void Holds<T>(Arbitrary<T> values, Func<T, bool> property) =>
        Prop.ForAll(values, property).Check(Config.QuickThrowOnFailure.WithQuietOnSuccess(true).WithMaxTest(200).WithReplay(9293, 1));
}
