using System.Globalization;

namespace ActorTcp.Reports;

/// <summary>Numbers as a person reads them: three digits that matter and a unit that fits.</summary>
internal static class Quantity
{
    /// <summary>Stands where there is no number.</summary>
    public const string None = "–";

    public static string Text(double value, Unit unit) => value switch
    {
        _ when !double.IsFinite(value) => None,
        _ when unit is Unit.Share => Percent(value * 100) + " %",
        _ when unit is Unit.Factor => Number(value) + "×",
        _ when unit is Unit.Count => Number(value),
        _ when unit is Unit.PerSecond => Math.Abs(value) < 1e6 ? Number(value) + "/s" : Scaled(value, unit) + "/s",
        _ => Scaled(value, unit),
    };

    /// <summary>As <see cref="Text"/>, but numbers from ten thousand on are told in k and M: for the ticks of an axis.</summary>
    public static string Short(double value, Unit unit) => unit is Unit.Count or Unit.PerSecond ? Scaled(value, unit) : Text(value, unit);

    /// <summary>Without a unit: integers whole and grouped, others with three digits that matter.</summary>
    public static string Number(double value) =>
        Math.Abs(value) >= 1000 || value == Math.Round(value)
            ? Positive(Math.Round(value)).ToString(Math.Abs(value) < 1e15 ? "#,0" : "0.##e0", CultureInfo.InvariantCulture)
            : Significant(value, 3).ToString(Math.Abs(value) < 1e-4 ? "0.##e0" : "0.########", CultureInfo.InvariantCulture);

    private static string Scaled(double value, Unit unit)
    {
        var rounded = Significant(value, 3);
        var prefix = Prefix.For(rounded, unit);
        var space = prefix.Symbol.Length > 0 ? " " : "";
        return Number(Significant(value / prefix.Size, 3)) + space + prefix.Symbol;
    }

    /// <summary>99.97 must not be shown as 100, nor 0.03 as 0.</summary>
    private static string Percent(double percent)
    {
        const int MostDigits = 3;
        var distance = Math.Min(Math.Abs(percent), Math.Abs(100 - percent));
        var digits = distance is 0 or >= 10 ? 1 : Math.Clamp(1 - (int)Math.Floor(Math.Log10(distance)), 1, MostDigits);
        return distance is > 0 and < 0.0005
            ? percent > 50 ? percent < 100 ? "> 99.999" : "100" : percent > 0 ? "< 0.001" : "0"
            : Positive(Math.Round(percent, digits)).ToString("#,0.###", CultureInfo.InvariantCulture);
    }

    private static double Significant(double value, int digits)
    {
        if (value == 0)
        {
            return 0;
        }

        var decimals = digits - 1 - (int)Math.Floor(Math.Log10(Math.Abs(value)));
        var size = Math.Pow(10, Math.Abs(decimals));
        return decimals >= 0 ? Math.Round(value * size) / size : Math.Round(value / size) * size;
    }

    /// <summary>No minus stands before a zero.</summary>
    private static double Positive(double value) => value == 0 ? 0 : value;
}
