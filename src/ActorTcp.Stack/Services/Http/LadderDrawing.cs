using System.Globalization;
using System.Text;

namespace ActorTcp.Stack;

/// <summary>A ladder as SVG, 440 units wide so that it can be read on a telephone; colours and fonts are those of the page around it.</summary>
internal static class LadderDrawing
{
    private const int Width = 440;
    private const int LeftLife = 92;
    private const int RightLife = Width - LeftLife;
    private const int Middle = Width / 2;
    private const int CaptionHeight = 34;
    private const int RungHeight = 50;
    private const int StateHeight = 15;
    private const int Fall = 10;

    public static string Draw(Ladder ladder)
    {
        var rungs = new StringBuilder();
        var y = CaptionHeight;
        foreach (var rung in ladder.Rungs)
        {
            y += Draw(rungs, rung, y, rung.At - ladder.Rungs[0].At);
        }

        return string.Create(CultureInfo.InvariantCulture,
            $"""
            <svg viewBox="0 0 {Width} {y + StateHeight}" role="img" aria-label="Ladder diagram of this connection; the same as text is at /handshake.txt">
            <text x="{LeftLife}" y="16" text-anchor="middle">{FirstLine(ladder.Left)}</text>
            <text x="{RightLife}" y="16" text-anchor="middle">{FirstLine(ladder.Right)}</text>
            <path class="life" d="M{LeftLife} 26V{y + StateHeight}M{RightLife} 26V{y + StateHeight}"/>
            {rungs}</svg>
            """);
    }

    /// <returns>How high the rung is.</returns>
    private static int Draw(StringBuilder svg, LadderRung rung, int y, TimeSpan sinceBegin)
    {
        var states = Math.Max(rung.Left.Count, rung.Right.Count) * StateHeight;
        if (rung.Segment is not { } segment)
        {
            Text(svg, "small", "middle", Middle, y + StateHeight, rung.Note);
            DrawStates(svg, rung, y + StateHeight, y + StateHeight);
            return Math.Max(states, StateHeight) + StateHeight;
        }

        var (from, to, direction, side) = rung.ToRight ? (LeftLife, RightLife, 1, "right") : (RightLife, LeftLife, -1, "left");
        var (start, end) = (y + 20, y + 20 + Fall);
        Text(svg, "", "middle", Middle, y + 16, segment.ToString());
        svg.Append(CultureInfo.InvariantCulture, $"<line class=\"{side}\" x1=\"{from}\" y1=\"{start}\" x2=\"{to - (direction * 9)}\" y2=\"{end}\"/>");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"{side}\" d=\"M{to} {end}l{-direction * 11} -5v10z\"/>\n");
        Text(svg, "small", "middle", Middle, y + 42, Margin(rung, sinceBegin));
        DrawStates(svg, rung, rung.ToRight ? start : end, rung.ToRight ? end : start);
        return Math.Max(RungHeight, 20 + Fall + states);
    }

    private static void DrawStates(StringBuilder svg, LadderRung rung, int left, int right)
    {
        for (var i = 0; i < rung.Left.Count; i++)
        {
            Text(svg, "state", "end", LeftLife - 6, left + 4 + (i * StateHeight), LadderWords.Of(rung.Left[i]));
        }

        for (var i = 0; i < rung.Right.Count; i++)
        {
            Text(svg, "state", "start", RightLife + 6, right + 4 + (i * StateHeight), LadderWords.Of(rung.Right[i]));
        }
    }

    private static void Text(StringBuilder svg, string kind, string anchor, int x, int y, string text)
    {
        if (text.Length > 0)
        {
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"{kind}\" text-anchor=\"{anchor}\" x=\"{x}\" y=\"{y}\">{text}</text>\n");
        }
    }

    private static string Margin(LadderRung rung, TimeSpan sinceBegin)
    {
        var time = string.Create(CultureInfo.InvariantCulture, $"+{sinceBegin.TotalMilliseconds:0.000} ms");
        return rung.Note.Length > 0 ? $"{time} · {rung.Note}" : time;
    }

    private static string FirstLine(string caption) => caption.Split('\n')[0];
}
