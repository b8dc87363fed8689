using ActorTcp.Reports;
using FsCheck;
using FsCheck.Fluent;

namespace ActorTcp.Tests.Reports;

public sealed class AxisTicks
{
    [Fact]
    public void Of_a_linear_axis_are_1_2_5_steps_apart() => Assert.Equal([0, 20, 40, 60, 80, 100], Ticks.Linear(0, 100, 5, 1));

    [Fact]
    public void Of_a_log_axis_are_its_decades() => Assert.Equal([1e-4, 1e-3, 1e-2, 1e-1, 1, 10], Ticks.Log(50e-6, 10, 8), (left, right) => Math.Abs(left - right) < 1e-12);

    [Fact]
    public void Of_a_short_log_axis_are_1_2_5_within_the_decade() => Assert.Equal([2, 5, 10, 20, 50], Ticks.Log(2, 50, 8));

    [Fact]
    public void Of_a_long_log_axis_leave_decades_out() => Assert.InRange(Ticks.Log(1e-12, 1e12, 8).Count, 4, 8);

    [Fact]
    public void Of_memory_are_powers_of_two() => Assert.Equal([1024, 4096, 16384], Ticks.Binary(1024, 16384, 4));

    [Fact]
    public void Lie_on_the_axis_and_are_round_and_few() => Prop.ForAll(
        Gen.Choose(-1_000_000, 1_000_000).Select(each => each / 37.0).ToArbitrary(),
        Gen.Choose(1, 1_000_000).Select(each => each / 11.0).ToArbitrary(),
        (from, length) =>
        {
            var ticks = Ticks.Linear(from, from + length, 6, 1);
            var step = Ticks.Step(length / 6);
            return ticks.Count is >= 2 and <= 7
                && ticks.TrueForAll(tick => tick >= from - (length * 1e-6) && tick <= from + (length * 1.000001))
                && ticks.TrueForAll(tick => Math.Abs((tick / step) - Math.Round(tick / step)) < 1e-6);
        }).QuickCheckThrowOnFailure();

    [Theory]
    [InlineData(0.3, Unit.Seconds, "time (ms)", "200")]
    [InlineData(40, Unit.Seconds, "time (s)", "20")]
    [InlineData(50e6, Unit.Octets, "time (MiB)", "20")]
    public void Take_the_unit_from_the_data_and_the_title_names_it(double most, Unit unit, string title, string text)
    {
        var axis = new Axis("time", unit);
        var scale = new Scale(axis, Domain.Of(axis, [0, most], isRounded: true), 0, 100);
        Assert.Equal(title, scale.Title);
        Assert.Contains(text, scale.Named(5).Select(scale.Text));
    }

    [Fact]
    public void Of_things_are_whole_numbers()
    {
        var axis = new Axis("established");
        Assert.Equal([0, 1], new Scale(axis, Domain.Of(axis, [0, 0], isRounded: true), 0, 100).Named(5));
    }

    [Theory]
    [InlineData(790, 1024, 0)]
    [InlineData(1000, 1024, 1000)]
    public void Begin_at_zero_unless_all_values_lie_together_far_from_it(double least, double most, double from) =>
        Assert.Equal(from, Domain.Of(new("half-open"), [least, most], isRounded: true).From);

    [Fact]
    public void Of_an_axis_that_was_given_its_ends_keep_them() =>
        Assert.Equal(new(50e-6, 10), Domain.Of(new("latency", Unit.Seconds, AxisScale.Log) { From = 50e-6, To = 10 }, [1e-9, 1e9], isRounded: true));
}
