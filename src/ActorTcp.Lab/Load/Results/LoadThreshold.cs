using System.Globalization;
using System.Text.RegularExpressions;
using ActorTcp.Reports;
using ActorTcp.Stack;
using Measured = ActorTcp.Reports.Quantity;

namespace ActorTcp.Lab;

/// <summary>What a result must not be, such as <c>p99&gt;5ms</c> or <c>failed&gt;0.1%</c>.</summary>
internal sealed partial class LoadThreshold
{
    private const string Valid =
        "Valid: [syn-ack.|connect.|first-byte.|close.]pNN|mean|max, then > or <, then a time, such as p99>5ms or first-byte.p99.9>20ms; "
        + "failed>COUNT or failed>SHARE%, not-started>COUNT, late>COUNT, rate<COUNT/s.";

    private readonly string _text;
    private readonly Func<LoadResult, double> _measure;
    private readonly Unit _unit;
    private readonly bool _isCeiling;
    private readonly double _bound;

    private LoadThreshold(string text, Func<LoadResult, double> measure, Unit unit, bool isCeiling, double bound) =>
        (_text, _measure, _unit, _isCeiling, _bound) = (text, measure, unit, isCeiling, bound);

    /// <exception cref="FormatException">It is none; the message says what would be.</exception>
    public static LoadThreshold Parse(string text)
    {
        var match = Comparison().Match(text.Replace(" ", "", StringComparison.Ordinal));
        if (!match.Success)
        {
            throw new FormatException($"'{text}' is no threshold. {Valid}");
        }

        var (what, bound) = (match.Groups["what"].Value, match.Groups["bound"].Value);
        var isShare = bound.EndsWith('%');
        (Func<LoadResult, double> Measure, Unit Unit, double Bound) demand = what switch
        {
            "failed" when isShare => (FailedShare, Unit.Share, Number(bound[..^1]) / 100),
            "failed" => (result => result.Tally.Failed, Unit.Count, Number(bound)),
            "not-started" => (result => result.Tally.NotStarted, Unit.Count, Number(bound)),
            "late" => (result => result.Tally.Late, Unit.Count, Number(bound)),
            "rate" => (result => result.Rate, Unit.PerSecond, Quantity.Rate(bound)),
            _ => (Latency(what, text), Unit.Seconds, Quantity.Duration(bound).TotalSeconds),
        };
        return new LoadThreshold(text, demand.Measure, demand.Unit, match.Groups["sign"].Value == ">", demand.Bound);
    }

    public Check Of(LoadResult result)
    {
        var measured = _measure(result);
        return new Check($"not {_text}", _isCeiling ? measured <= _bound : measured >= _bound, Measured.Text(measured, _unit));
    }

    private static Func<LoadResult, double> Latency(string what, string text)
    {
        var dot = what.IndexOf('.', StringComparison.Ordinal);
        var isNamed = dot > 0 && !char.IsAsciiDigit(what[dot - 1]);
        Func<LoadTally, LatencyHistogram> which = (isNamed ? what[..dot] : "connect") switch
        {
            "syn-ack" => tally => tally.SynToSynAck,
            "connect" => tally => tally.Connect,
            "first-byte" => tally => tally.FirstByte,
            "close" => tally => tally.Close,
            _ => throw new FormatException($"'{text}' is no threshold. {Valid}"),
        };
        return (isNamed ? what[(dot + 1)..] : what) switch
        {
            "mean" => result => which(result.Tally).Mean.TotalSeconds,
            "max" => result => which(result.Tally).Max.TotalSeconds,
            ['p', .. var percent] when double.TryParse(percent, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var rank) && rank is > 0 and <= 100 =>
                result => which(result.Tally).Percentile(rank).TotalSeconds,
            _ => throw new FormatException($"'{text}' is no threshold. {Valid}"),
        };
    }

    private static double FailedShare(LoadResult result) => (double)result.Tally.Failed / Math.Max(result.Tally.Started, 1);

    private static double Number(string text) => double.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
        ? number
        : throw new FormatException($"'{text}' is no number.");

    [GeneratedRegex("^(?<what>[a-z0-9.-]+)(?<sign>[<>])(?<bound>[0-9.]+[a-zM/%]*)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Comparison();
}
