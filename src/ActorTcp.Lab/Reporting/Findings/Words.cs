using System.Globalization;

namespace ActorTcp.Lab;

/// <summary>Numbers as a sentence has them.</summary>
internal static class Words
{
    /// <summary>"a", "a and b", "a, b and c".</summary>
    public static string List(IEnumerable<string> items) => items.ToList() switch
    {
        [] => "nobody",
        [var only] => only,
        [.. var most, var last] => $"{string.Join(", ", most)} and {last}",
    };

    /// <summary>In percent; never "100 %" when one is missing, nor "0 %" when there is one.</summary>
    public static string Share(long part, long whole)
    {
        var percent = whole == 0 ? 0 : 100.0 * part / whole;
        var digits = percent is > 1 and < 99 ? 1 : 2;
        var rounded = Math.Round(percent, digits, MidpointRounding.AwayFromZero);
        return part < whole && rounded >= 100 ? "almost 100 %"
            : part > 0 && rounded <= 0 ? "almost 0 %"
            : string.Create(CultureInfo.InvariantCulture, $"{rounded:0.##} %");
    }

    public static string Factor(double factor) => factor < 10
        ? string.Create(CultureInfo.InvariantCulture, $"{factor:0.##} ×")
        : string.Create(CultureInfo.InvariantCulture, $"{factor:N0} ×");

    public static string Time(TimeSpan time) => time.TotalSeconds switch
    {
        >= 1 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#} s"),
        >= 0.001 => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMilliseconds:0.##} ms"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{time.TotalMicroseconds:0.#} µs"),
    };

    public static string Count(long count) => count.ToString("N0", CultureInfo.InvariantCulture);
}
