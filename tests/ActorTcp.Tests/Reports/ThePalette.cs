using System.Globalization;
using ActorTcp.Reports;

namespace ActorTcp.Tests.Reports;

/// <summary>WCAG 2.2: text has a contrast of 4.5 to its ground (1.4.3), and so have our lines, since their names are written in their colours.</summary>
public sealed class ThePalette
{
    public static TheoryData<string> Inks => ["ink", "quiet", "good", "bad", "shade-ink", .. Enumerable.Range(1, Palette.Count).Select(hue => $"hue-{hue}")];

    [Theory, MemberData(nameof(Inks))]
    public void Can_be_read_in_light_and_in_dark(string ink)
    {
        var (light, dark) = Colours(ink);
        var (lightPaper, darkPaper) = Colours("paper");
        Assert.InRange(Contrast(light, lightPaper), 4.5, 21);
        Assert.InRange(Contrast(dark, darkPaper), 4.5, 21);
    }

    /// <summary><c>--name: light-dark(#rrggbb, #rrggbb);</c></summary>
    private static (string Light, string Dark) Colours(string name)
    {
        var pair = PageParts.StyleSheet.Split($"--{name}: light-dark(")[1].Split(')')[0].Split(", ");
        return (pair[0], pair[1]);
    }

    private static double Contrast(string one, string other)
    {
        var (brighter, darker) = (Math.Max(Luminance(one), Luminance(other)), Math.Min(Luminance(one), Luminance(other)));
        return (brighter + 0.05) / (darker + 0.05);
    }

    private static double Luminance(string colour) => (0.2126 * Linear(colour[1..3])) + (0.7152 * Linear(colour[3..5])) + (0.0722 * Linear(colour[5..7]));

    private static double Linear(string hex)
    {
        var part = int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture) / 255.0;
        return part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4);
    }
}
