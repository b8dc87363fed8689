using System.Globalization;
using System.Text.RegularExpressions;

namespace ActorTcp.Testing;

/// <summary>A page in Prometheus's text format, read as strictly as its description allows.</summary>
internal sealed partial class Scrape
{
    private readonly Dictionary<string, string> _types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _helps = new(StringComparer.Ordinal);
    private readonly Dictionary<string, ScrapedSample> _samples = new(StringComparer.Ordinal);

    /// <exception cref="FormatException">A line breaks the rules of the format.</exception>
    public static Scrape Of(string text)
    {
        var scrape = new Scrape();
        var family = "";
        foreach (var line in text.EndsWith('\n') ? text[..^1].Split('\n') : throw new FormatException("The last line must end with a line feed."))
        {
            if (Help().Match(line) is { Success: true } help)
            {
                family = help.Groups["name"].Value;
                scrape._helps.Add(family, help.Groups["text"].Value);
            }
            else if (Kind().Match(line) is { Success: true } type && type.Groups["name"].Value == family)
            {
                scrape._types.Add(family, type.Groups["type"].Value);
            }
            else if (Sample().Match(line) is { Success: true } sample && scrape.IsOf(family, sample.Groups["name"].Value))
            {
                scrape.Add(sample);
            }
            else
            {
                throw new FormatException($"not in the format, or not of '{family}': {line}");
            }
        }

        return scrape;
    }

    public IReadOnlyDictionary<string, string> Types => _types;

    public IReadOnlyDictionary<string, string> Helps => _helps;

    public IEnumerable<ScrapedSample> Samples => _samples.Values;

    /// <param name="series">As a line has it, such as <c>up{device="at0"}</c>.</param>
    public double this[string series] => _samples.TryGetValue(series, out var sample) ? sample.Value : throw new KeyNotFoundException($"{series} is not among\n{string.Join('\n', _samples.Keys)}");

    private bool IsOf(string family, string name) => name == family ? _types[family] is "counter" or "gauge"
        : _types.GetValueOrDefault(family) is "histogram" && name.StartsWith(family, StringComparison.Ordinal) && name[family.Length..] is "_bucket" or "_sum" or "_count";

    private void Add(Match sample)
    {
        var labels = Label().Matches(sample.Groups["labels"].Value).ToDictionary(each => each.Groups["name"].Value, each => Unescape(each.Groups["value"].Value), StringComparer.Ordinal);
        var value = sample.Groups["value"].Value is "+Inf" ? double.PositiveInfinity : double.Parse(sample.Groups["value"].Value, CultureInfo.InvariantCulture);
        _samples.Add(sample.Groups["series"].Value, new ScrapedSample(sample.Groups["name"].Value, labels, value));
    }

    private static string Unescape(string text) => Escape().Replace(text, match => match.Value is "\\n" ? "\n" : match.Value[1..]);

    [GeneratedRegex(@"^# HELP (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<text>([^\\]|\\\\|\\n)+)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Help();

    [GeneratedRegex("^# TYPE (?<name>[a-zA-Z_:][a-zA-Z0-9_:]*) (?<type>counter|gauge|histogram)$", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Kind();

    [GeneratedRegex("""^(?<series>(?<name>[a-zA-Z_:][a-zA-Z0-9_:]*)(\{(?<labels>[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\\\|\\n|\\")*"(,[a-zA-Z_][a-zA-Z0-9_]*="([^"\\]|\\\\|\\n|\\")*")*)\})?) (?<value>\+Inf|-?[0-9.]+)$""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Sample();

    [GeneratedRegex("""(?<name>[a-zA-Z_][a-zA-Z0-9_]*)="(?<value>([^"\\]|\\.)*)"(,|$)""", RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Label();

    [GeneratedRegex(@"\\.", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Escape();
}
