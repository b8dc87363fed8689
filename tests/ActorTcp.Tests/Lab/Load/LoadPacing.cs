using ActorTcp.Lab;
using static System.TimeSpan;

namespace ActorTcp.Tests.Lab;

/// <summary>When flows start by a plan, to the tick.</summary>
public sealed class LoadPacing
{
    [Fact]
    public void Injection_is_even_and_exact() => Assert.Equal([0, 100, 200, 300, 400, 500, 600, 700, 800, 900], Milliseconds("inject 10/s for 1s"));

    [Fact]
    public void Every_second_has_its_number() => Assert.Equal([3334, 3333, 3333], PerSecond("inject 3333.3333/s for 3s"));

    [Fact]
    public void A_ramp_grows_by_the_same_in_each_second() => Assert.Equal([50, 150, 250, 350], PerSecond("ramping-inject 400/s for 4s"));

    [Fact]
    public void A_ramp_goes_on_from_the_rate_before() => Assert.Equal([200, 175, 125], PerSecond("inject 200/s for 1s, ramping-inject 100/s for 2s"));

    [Fact]
    public void A_pause_is_empty_and_shapes_keep_their_places() => Assert.Equal([5, 0, 0, 7], PerSecond("inject 5/s for 1s, pause 2s, inject 7/s for 1s"));

    [Fact]
    public void Iterations_at_a_rate_are_as_many_as_wanted() => Assert.Equal([40, 40, 20], PerSecond("iterations 100 at 40/s"));

    [Fact]
    public void Random_injection_is_a_Poisson_process_of_its_seed()
    {
        var starts = Starts("inject-random 1000/s for 100s", seed: 7);
        var gaps = starts.Zip(starts.Skip(1), (a, b) => (b - a).TotalSeconds).ToArray();
        var mean = gaps.Average();

        Assert.Equal(starts, Starts("inject-random 1000/s for 100s", seed: 7));
        Assert.NotEqual(starts, Starts("inject-random 1000/s for 100s", seed: 8));
        Assert.InRange(starts.Count, 100_000 - 1300, 100_000 + 1300);                                    // 4 σ
        Assert.InRange(gaps.Average(gap => gap * gap) / (mean * mean), 1.95, 2.05);                      // an exponential's second moment is 2 µ²
        Assert.InRange(PerSecond("inject-random 1000/s for 100s").Average(n => Math.Pow(n - 1000, 2)), 500, 1600);   // variance = mean
    }

    [Fact]
    public void Late_or_not_the_intended_times_are_the_same()
    {
        var pacer = Pacer("inject 100/s for 1s, inject 10/s for 1s");

        var late = Taken(pacer, FromSeconds(10)).ToList();

        Assert.Equal(Starts("inject 100/s for 1s, inject 10/s for 1s"), late);
        Assert.True(pacer.IsOver(FromSeconds(10)));
    }

    [Fact]
    public void A_closed_loop_replaces_what_has_ended_and_no_more()
    {
        var pacer = Pacer("keep-constant 3 for 1s");

        Assert.Equal([true, true, true, false], Enumerable.Range(0, 4).Select(open => pacer.TryTake(Zero, open, out _)));
        Assert.True(pacer.TryTake(FromMilliseconds(500), open: 2, out var intended));
        Assert.Equal(FromMilliseconds(500), intended);
        Assert.False(pacer.TryTake(FromSeconds(1), open: 0, out _));
        Assert.True(pacer.IsOver(FromSeconds(1)));
    }

    [Fact]
    public void A_ramp_of_open_flows_is_followed_up_and_down()
    {
        var pacer = Pacer("ramping-constant 100 for 10s, ramping-constant 0 for 10s");

        Assert.Equal([0, 10, 50, 99, 100, 60, 1],
            new[] { 0, 1, 5, 9.9, 10, 14, 19.9 }.Select(seconds => Room(pacer, FromSeconds(seconds))));
    }

    [Fact]
    public void Iterations_on_copies_end_when_all_have_started()
    {
        var pacer = Pacer("iterations 5 on 2, pause 1s");
        var started = 0;
        for (var at = Zero; pacer.TryTake(at, open: started % 2, out _); at += FromSeconds(1))
        {
            started++;
        }

        Assert.Equal(5, started);
        Assert.False(pacer.IsOver(FromSeconds(5.5)));
        Assert.False(pacer.TryTake(FromSeconds(7), open: 0, out _));
        Assert.True(pacer.IsOver(FromSeconds(7)));
    }

    [Theory]
    [InlineData("inject 1000/s for 1s, pause 1s, inject-random 500/s for 2s, ramping-inject 100/s for 1s")]
    [InlineData("iterations 1001 at 300/s")]
    public void Parts_of_a_plan_are_the_plan(string plan)
    {
        var parts = Enumerable.Range(0, 3).SelectMany(part => Taken(new LoadPacer(LoadPlan.Parse(plan), new Random(1), part, 3), FromHours(1)));

        Assert.Equal(Starts(plan), parts.Order());
    }

    [Fact]
    public void Parts_share_open_flows_and_iterations()
    {
        var pacers = Enumerable.Range(0, 3).Select(part => new LoadPacer(LoadPlan.Parse("keep-constant 100 for 1s"), new Random(1), part, 3));

        Assert.Equal([34, 33, 33], pacers.Select(pacer => Room(pacer, Zero)));
    }

    [Fact]
    public void What_is_given_up_is_counted()
    {
        var pacer = Pacer("inject 10/s for 1s, inject 100/s for 1s");
        Assert.Equal(4, Taken(pacer, FromMilliseconds(300)).Count());

        Assert.Equal(6 + 50, pacer.Abandon(FromMilliseconds(1495)));
        Assert.True(pacer.IsOver(FromMilliseconds(1495)));
    }

    [Fact]
    public void The_next_start_can_be_waited_for()
    {
        var pacer = Pacer("pause 1s, inject 4/s for 1s, keep-constant 1 for 1s");

        Assert.Equal(FromSeconds(1), pacer.NextDue(Zero));
        Assert.Equal(FromSeconds(1), pacer.NextDue(FromSeconds(1)));
        Assert.True(pacer.TryTake(FromSeconds(1), 0, out _));
        Assert.Equal(FromSeconds(1.25), pacer.NextDue(FromSeconds(1)));
        Assert.Equal(3, Taken(pacer, FromSeconds(1.99)).Count());
        Assert.Equal(FromSeconds(3), pacer.NextDue(FromSeconds(2)));
        Assert.Null(pacer.NextDue(FromSeconds(3)));
    }

    private static LoadPacer Pacer(string plan, int seed = 1) => new(LoadPlan.Parse(plan), new Random(seed));

    private static List<TimeSpan> Starts(string plan, int seed = 1) => [.. Taken(Pacer(plan, seed), FromHours(1))];

    private static IEnumerable<TimeSpan> Taken(LoadPacer pacer, TimeSpan now)
    {
        while (pacer.TryTake(now, open: int.MaxValue, out var intended))
        {
            yield return intended;
        }
    }

    private static IEnumerable<double> Milliseconds(string plan) => Starts(plan).Select(start => start.TotalMilliseconds);

    private static IEnumerable<int> PerSecond(string plan)
    {
        var starts = Starts(plan);
        return Enumerable.Range(0, (int)LoadPlan.Parse(plan).During!.Value.TotalSeconds + (plan.StartsWith("iterations", StringComparison.Ordinal) ? 1 : 0))
            .Select(second => starts.Count(start => (int)start.TotalSeconds == second));
    }

    /// <summary>How many flows the plan wants open.</summary>
    private static int Room(LoadPacer pacer, TimeSpan now) => Enumerable.Range(0, 1000).First(open => !pacer.TryTake(now, open, out _));
}
