namespace ActorTcp.Stack;

/// <summary>The signs of which a ladder is made.</summary>
/// <param name="Line">The life of an end; <paramref name="FromLeft"/> and <paramref name="FromRight"/> where a segment leaves it.</param>
/// <param name="Dash">The way of a segment.</param>
/// <param name="Lost">Where a segment is lost.</param>
/// <param name="UnderWay">A segment whose way goes on, or has begun, on another line.</param>
internal sealed record LadderGlyphs(
    char Line, char FromLeft, char FromRight, char Dash, string HeadToRight, string HeadToLeft, string Lost, string UnderWay)
{
    public static LadderGlyphs Box { get; } = new('│', '├', '┤', '─', "►", "◄", "×", "···");

    public static LadderGlyphs Ascii { get; } = new('|', '|', '|', '-', ">", "<", "x", "...");
}
