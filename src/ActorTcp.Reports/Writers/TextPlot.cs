namespace ActorTcp.Reports;

/// <summary>Plots as lines of text, for a terminal and for Markdown.</summary>
internal static class TextPlot
{
    private const string Eighths = "▏▎▍▌▋▊▉█";

    /// <summary>A sparkline for each series, all on the same axes.</summary>
    public static IEnumerable<string> Of(LineChart chart, int width)
    {
        var across = Domain.Of(chart.X, chart.Series.SelectMany(each => each.Points).Select(each => each.X), isRounded: false);
        var up = Domain.Of(chart.Y, chart.Series.SelectMany(each => each.Points).Select(each => each.Y), isRounded: true);
        var names = Widest(chart.Series.Select(each => each.Name));
        var ends = chart.Series.Select(each => (Least: Value(each.Points.Select(point => point.Y).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Min(), chart.Y), Most: Value(each.Points.Select(point => point.Y).Where(double.IsFinite).DefaultIfEmpty(double.NaN).Max(), chart.Y))).ToList();
        var least = Widest(ends.Select(each => each.Least));
        var most = Widest(ends.Select(each => each.Most));
        var plot = Math.Clamp(width - names - least - most - 7, 10, 72);
        for (var k = 0; k < chart.Series.Count; k++)
        {
            var line = Sparkline.Of(chart.Series[k], chart.X, across, chart.Y, up, plot);
            yield return $"{chart.Series[k].Name.PadRight(names)}  {line}  {ends[k].Least.PadLeft(least)} … {ends[k].Most.PadLeft(most)}";
        }

        var (from, to) = (Quantity.Short(across.From, chart.X.Unit), Quantity.Short(across.To, chart.X.Unit));
        var title = chart.X.Unit == Unit.PerSecond ? $" {chart.X.Title} per second " : $" {chart.X.Title} ";
        var rule = Math.Max(2, plot - from.Length - to.Length - title.Length - 2);
        yield return $"{new string(' ', names)}  {from} {new string('─', rule / 2)}{title}{new string('─', rule - (rule / 2))} {to}".TrimEnd();
    }

    /// <summary>A bar for each value; none on a logarithmic axis, where a length means nothing.</summary>
    public static IEnumerable<string> Of(BarChart chart, int width)
    {
        var names = Widest(chart.Categories);
        var series = Widest(chart.Series.Select(each => each.Name));
        var beforeBars = names + 2 + (chart.Series.Count > 1 ? series + 2 : 0);
        var bars = chart.Series.SelectMany(each => each.Bars).OfType<Bar>().ToList();
        var values = Widest(bars.Select(each => Value(each.Value, chart.Value)));
        var plot = Math.Clamp(width - beforeBars - values - 1, 10, 60);
        var domain = Domain.Of(chart.Value with { From = chart.Value.From ?? 0 }, bars.Select(each => each.Value), isRounded: false);
        for (var category = 0; category < chart.Categories.Count; category++)
        {
            for (var k = 0; k < chart.Series.Count; k++)
            {
                var bar = chart.Series[k].Bars.ElementAtOrDefault(category);
                var head = (k == 0 ? chart.Categories[category] : "").PadRight(names) + "  " + (chart.Series.Count > 1 ? chart.Series[k].Name.PadRight(series) + "  " : "");
                var length = bar is null || chart.Value.Scale == AxisScale.Log ? "" : Length((bar.Value - domain.From) / (domain.To - domain.From) * plot);
                yield return $"{head}{length}{(length.Length > 0 ? " " : "")}{(bar is null ? Quantity.None : Value(bar.Value, chart.Value))}";
            }
        }
    }

    private static string Length(double signs)
    {
        var eighths = double.IsFinite(signs) ? (int)Math.Round(Math.Max(0, signs) * 8) : 0;
        return new string('█', eighths / 8) + (eighths % 8 > 0 ? Eighths[(eighths % 8) - 1].ToString() : "");
    }

    private static string Value(double value, Axis axis) => Quantity.Text(value, axis.Unit);

    private static int Widest(IEnumerable<string> texts) => texts.Select(each => each.Length).DefaultIfEmpty(0).Max();
}
