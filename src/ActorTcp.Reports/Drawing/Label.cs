namespace ActorTcp.Reports;

/// <summary>A text in a drawing; everything written there is one, so that none covers another.</summary>
/// <param name="Y">The baseline.</param>
/// <param name="Style">The class that the style sheet knows: tick, title, note, value.</param>
internal sealed record Label(double X, double Y, string Text, Anchor Anchor, string Style)
{
    /// <summary>In pixels of the drawing.</summary>
    public const double FontSize = 12;

    /// <summary>The height of a row of labels.</summary>
    public const double Row = 16;

    public Box Box
    {
        get
        {
            var width = WidthOf(Text);
            var left = Anchor switch { Anchor.Start => X, Anchor.Middle => X - (width / 2), Anchor.End => X - width };
            return new(left, Y - 10, left + width, Y + 3);
        }
    }

    /// <summary>Estimated for the widest of the system fonts, since nobody knows here which one it will be.</summary>
    public static double WidthOf(string text) => text.Sum(WidthOf);

    private static double WidthOf(char sign) => FontSize * sign switch
    {
        'i' or 'j' or 'l' or 'I' or 't' or 'f' or 'r' or ' ' or '.' or ',' or ':' or ';' or '\'' or '|' or '!' or '/' or '(' or ')' or '-' => 0.37,
        'm' or 'w' or 'M' or 'W' or '%' or '@' or '→' or '×' => 0.92,
        >= 'A' and <= 'Z' => 0.69,
        >= '\u2e80' => 1,
        _ => 0.61,
    };
}
