namespace ActorTcp.Stack;

/// <summary>How a ladder is drawn.</summary>
internal sealed record LadderStyle
{
    /// <summary>UTF-8 without colours, for files and tests.</summary>
    public static LadderStyle Plain { get; } = new();

    /// <summary>Columns; what is beyond the drawing itself, 76 columns wide, is the margin for notes. At least 88.</summary>
    public int Width { get; init; } = 100;

    /// <summary>Signs of ASCII only, for terminals that know no others.</summary>
    public bool Ascii { get; init; }

    /// <summary>Escape sequences of ECMA-48 for colours.</summary>
    public bool Colours { get; init; }

    internal LadderGlyphs Glyphs => Ascii ? LadderGlyphs.Ascii : LadderGlyphs.Box;
}
