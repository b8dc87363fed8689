using System.Globalization;

namespace ActorTcp.Lab;

/// <summary>Numbers with units, as a plan and a threshold write them. Each throws a <see cref="FormatException"/> that names what is valid.</summary>
internal static class Quantity
{
    private static readonly (string Name, TimeSpan Length)[] Units =
    [
        ("us", TimeSpan.FromMicroseconds(1)),
        ("µs", TimeSpan.FromMicroseconds(1)),
        ("ms", TimeSpan.FromMilliseconds(1)),
        ("s", TimeSpan.FromSeconds(1)),
        ("m", TimeSpan.FromMinutes(1)),
        ("h", TimeSpan.FromHours(1)),
    ];

    public static TimeSpan Duration(string text)
    {
        var number = text.TrimEnd([.. "uµmsh"]);
        var (_, unit) = Array.Find(Units, unit => unit.Name == text[number.Length..]);
        return unit != default && TryNumber(number, out var count) && count <= TimeSpan.FromDays(1) / unit
            ? count * unit
            : throw new FormatException($"'{text}' is no duration up to a day. Valid: such as 250us, 10ms, 30s, 5m, 1h.");
    }

    /// <summary>Per second.</summary>
    public static double Rate(string text) => RateOrNone(text) is > 0 and var rate ? rate : throw new FormatException($"'{text}' is no rate. Valid: more than 0/s.");

    /// <summary>As <see cref="Rate"/>, or 0/s.</summary>
    public static double RateOrNone(string text) =>
        text.EndsWith("/s", StringComparison.Ordinal) && TryNumber(text[..^2], out var rate)
            ? rate
            : throw new FormatException($"'{text}' is no rate. Valid: such as 1000/s, 2.5k/s.");

    public static long Count(string text) => CountOrNone(text) is > 0 and var count ? count : throw new FormatException($"'{text}': at least 1 is needed.");

    /// <summary>As <see cref="Count"/>, or 0.</summary>
    public static long CountOrNone(string text) =>
        TryNumber(text, out var count) && count == Math.Floor(count)
            ? (long)count
            : throw new FormatException($"'{text}' is no number of flows. Valid: such as 500, 20k, 1M.");

    /// <summary>Shortest, in the largest unit that leaves at least one: 1.5s, 250us.</summary>
    public static string Text(TimeSpan time) => time.TotalSeconds switch
    {
        0 => "0s",
        < 0.001 => Text(time.TotalMicroseconds) + "us",
        < 1 => Text(time.TotalMilliseconds) + "ms",
        _ => Text(time.TotalSeconds) + "s",
    };

    public static string Text(double number) => number.ToString("0.###", CultureInfo.InvariantCulture);

    private static bool TryNumber(string text, out double number)
    {
        var factor = text is [.., var last] ? last switch { 'k' => 1_000, 'M' => 1_000_000, _ => 1 } : 1;
        var parsed = double.TryParse(factor == 1 ? text : text[..^1], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out number);
        number *= factor;
        return parsed && number <= 1e12;
    }
}
