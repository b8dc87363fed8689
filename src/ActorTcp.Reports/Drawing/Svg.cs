using System.Globalization;

namespace ActorTcp.Reports;

/// <summary>Numbers as SVG reads them, with a tenth of a pixel.</summary>
internal static class Svg
{
    public static string Px(double value) => Math.Round(value, 1).ToString("0.#", CultureInfo.InvariantCulture) is var text && text == "-0" ? "0" : text;

    public static string Px(double x, double y) => $"{Px(x)} {Px(y)}";

    /// <summary>The attribute <c>text-anchor</c>.</summary>
    public static string Word(Anchor anchor) => anchor switch { Anchor.Start => "start", Anchor.Middle => "middle", Anchor.End => "end" };
}
