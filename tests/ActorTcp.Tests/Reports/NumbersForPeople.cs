using ActorTcp.Reports;

namespace ActorTcp.Tests.Reports;

public sealed class NumbersForPeople
{
    [Theory]
    [InlineData(0, Unit.Seconds, "0 s")]
    [InlineData(0.00000061, Unit.Seconds, "610 ns")]
    [InlineData(0.00005, Unit.Seconds, "50 µs")]
    [InlineData(0.000612, Unit.Seconds, "612 µs")]
    [InlineData(0.00099999, Unit.Seconds, "1 ms")]
    [InlineData(9.4, Unit.Seconds, "9.4 s")]
    [InlineData(90, Unit.Seconds, "90 s")]
    [InlineData(1_200, Unit.Seconds, "20 min")]
    [InlineData(1, Unit.Share, "100 %")]
    [InlineData(0.9997, Unit.Share, "99.97 %")]
    [InlineData(0.9999999, Unit.Share, "> 99.999 %")]
    [InlineData(0.0000001, Unit.Share, "< 0.001 %")]
    [InlineData(0.041, Unit.Share, "4.1 %")]
    [InlineData(0.3812, Unit.Share, "38.1 %")]
    [InlineData(1_181_204, Unit.Count, "1,181,204")]
    [InlineData(0.3333333, Unit.Count, "0.333")]
    [InlineData(-0.0, Unit.Count, "0")]
    [InlineData(618, Unit.Octets, "618 B")]
    [InlineData(2_411_724, Unit.Octets, "2.3 MiB")]
    [InlineData(15_000, Unit.PerSecond, "15,000/s")]
    [InlineData(1_234_567, Unit.PerSecond, "1.23 M/s")]
    [InlineData(1.30001, Unit.Factor, "1.3×")]
    [InlineData(double.NaN, Unit.Seconds, "–")]
    public void Have_three_digits_that_matter_and_a_unit_that_fits(double value, Unit unit, string text) => Assert.Equal(text, Quantity.Text(value, unit));

    [Theory]
    [InlineData(8_000, "8,000")]
    [InlineData(20_000, "20 k")]
    [InlineData(1_000_000, "1 M")]
    public void Are_short_on_an_axis(double value, string text) => Assert.Equal(text, Quantity.Short(value, Unit.PerSecond));
}
