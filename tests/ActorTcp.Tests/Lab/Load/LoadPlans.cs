using ActorTcp.Lab;

namespace ActorTcp.Tests.Lab;

/// <summary>A plan in words, and back.</summary>
public sealed class LoadPlans
{
    [Theory]
    [InlineData("inject 1000/s for 30s")]
    [InlineData("inject-random 2500/s for 1.5s")]
    [InlineData("ramping-inject 5000/s for 250ms")]
    [InlineData("keep-constant 500 for 10s")]
    [InlineData("ramping-constant 500 for 10s")]
    [InlineData("iterations 10000 at 500/s")]
    [InlineData("iterations 10000 on 50")]
    [InlineData("pause 5s")]
    [InlineData("inject 1000/s for 30s, pause 5s, keep-constant 500 for 10s")]
    public void A_plan_reads_as_it_is_written(string text) => Assert.Equal(text, LoadPlan.Parse(text).ToString());

    [Theory]
    [InlineData("inject 2.5k/s for 2m", "inject 2500/s for 120s")]
    [InlineData("keep-constant 1M for 1h;pause 100us", "keep-constant 1000000 for 3600s, pause 100us")]
    [InlineData("  inject   10/s  for 1s ,\n", "inject 10/s for 1s")]
    public void Units_and_spaces_are_free(string text, string same) => Assert.Equal(same, LoadPlan.Parse(text).ToString());

    [Theory]
    [InlineData("inject 1000 for 10s", "'1000' is no rate. Valid: such as 1000/s, 2.5k/s.")]
    [InlineData("inject 0/s for 10s", "'0/s' is no rate")]
    [InlineData("inject 10/s for 10", "'10' is no duration up to a day. Valid: such as 250us, 10ms, 30s, 5m, 1h.")]
    [InlineData("inject 10/s for 25h", "'25h' is no duration up to a day")]
    [InlineData("keep-constant 1.5 for 1s", "'1.5' is no number of flows. Valid: such as 500, 20k, 1M.")]
    [InlineData("hammer", "'hammer' is no load. Valid, one or several separated by commas: inject RATE/s for TIME")]
    [InlineData("", "'' is no load.")]
    public void What_is_no_plan_is_told_what_would_be(string text, string message) =>
        Assert.StartsWith(message, Assert.Throws<FormatException>(() => LoadPlan.Parse(text)).Message, StringComparison.Ordinal);

    [Fact]
    public void A_plan_knows_what_it_asks_for()
    {
        var plan = LoadPlan.Parse("ramping-inject 5k/s for 10s, pause 5s, keep-constant 300 for 10s, ramping-constant 10 for 5s");

        Assert.Equal((TimeSpan.FromSeconds(30), 5000d, 300), (plan.During, plan.HighestRate, plan.MostCopies));
        Assert.Null(LoadPlan.Parse("pause 1s, iterations 10 on 2").During);
    }
}
