namespace ActorTcp.Stack;

/// <summary>The way of one segment between the two lifelines.</summary>
internal static class LadderArrow
{
    /// <summary>Columns that a label leaves to the arrow at least.</summary>
    private const int Around = 8;

    public static bool Holds(string label, int columns) => label.Length + Around <= columns;

    public static string Draw(LadderRung rung, string label, int columns, LadderGlyphs glyphs)
    {
        var tip = rung.ToRight ? glyphs.HeadToRight : glyphs.HeadToLeft;
        var parts = FromSenderToReceiver(rung.Passage, label.Length > 0 ? $" {label} " : "", tip, columns, glyphs);
        return string.Concat(rung.ToRight ? parts : parts.Reverse());
    }

    private static string[] FromSenderToReceiver(LadderPassage passage, string label, string tip, int columns, LadderGlyphs glyphs)
    {
        var (tail, rest) = ($"{glyphs.Dash}{glyphs.Dash}", columns - label.Length - 2);
        return passage switch
        {
            LadderPassage.Whole => [tail, label, Dashes(rest - 1), tip],
            LadderPassage.Lost => [tail, label, Dashes(rest / 2), glyphs.Lost, Blank(rest - (rest / 2) - 1)],
            LadderPassage.Departs => [tail, label, Dashes(rest / 2), glyphs.UnderWay, Blank(rest - (rest / 2) - glyphs.UnderWay.Length)],
            LadderPassage.Arrives => [Blank(rest - (rest / 2) - glyphs.UnderWay.Length), glyphs.UnderWay, Dashes((rest / 2) - 1), label, tail, tip],
        };

        string Dashes(int count) => new(glyphs.Dash, count);
    }

    private static string Blank(int count) => new(' ', count);
}
