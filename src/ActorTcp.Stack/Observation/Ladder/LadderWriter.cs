using System.Globalization;
using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>Draws ladders as text: the time, the states of the left end, the segments between the two lifelines, the states of the right end, the notes.</summary>
internal sealed class LadderWriter(TextWriter writer, LadderStyle style)
{
    private const int TimeColumns = 7;
    private const int StateColumns = 12;
    private const int ArrowColumns = 38;
    private const int LeftLine = TimeColumns + 1 + StateColumns + 1;
    private const int RightLine = LeftLine + 1 + ArrowColumns;
    private const int NoteStart = RightLine + 2 + StateColumns + 2;

    private readonly LadderGlyphs _glyphs = style.Glyphs;

    public void Write(Ladder ladder)
    {
        var inMilliseconds = ladder.Ended - ladder.Began < TimeSpan.FromSeconds(1);
        Captions(ladder, inMilliseconds ? "ms" : "s");
        WriteRungs(ladder, inMilliseconds);
    }

    /// <summary>As <see cref="Write(Ladder)"/>, but the rungs alone: a part of a ladder whose captions stand further up.</summary>
    public void WriteRungs(Ladder ladder, bool inMilliseconds)
    {
        foreach (var rung in ladder.Rungs)
        {
            var at = rung.At - ladder.Began;
            var time = inMilliseconds ? at.TotalMilliseconds : at.TotalSeconds;
            Write(rung, rung.Segment is null && at == TimeSpan.Zero ? "" : time.ToString("F3", CultureInfo.InvariantCulture));
        }
    }

    private void Captions(Ladder ladder, string unit)
    {
        var (left, right) = (ladder.Left.Split('\n'), ladder.Right.Split('\n'));
        var rows = Math.Max(left.Length, right.Length);
        for (var i = 0; i < rows; i++)
        {
            var time = (i == rows - 1 ? unit : "").PadLeft(TimeColumns);
            var row = Centred(time, left.ElementAtOrDefault(i) ?? "", LeftLine);
            writer.WriteLine(Centred(row, right.ElementAtOrDefault(i) ?? "", RightLine).TrimEnd());
        }
    }

    private static string Centred(string row, string words, int column) => row.PadRight(Math.Max(column - (words.Length / 2), row.Length + 1)) + words;

    private void Write(LadderRung rung, string time)
    {
        var label = rung.Segment?.ToString() ?? "";
        var notes = Wrap(rung.Note);
        if (!LadderArrow.Holds(label, ArrowColumns))
        {
            Row("", null, Middle(label), null, "", null);
            label = "";
        }

        var rows = Math.Max(Math.Max(rung.Left.Count, rung.Right.Count), Math.Max(notes.Count, 1));
        for (var i = 0; i < rows; i++)
        {
            var isFirst = i == 0 && rung.Segment is not null;
            var middle = isFirst ? LadderArrow.Draw(rung, label, ArrowColumns, _glyphs) : new string(' ', ArrowColumns);
            Row(i == 0 ? time : "", State(rung.Left, i), middle, State(rung.Right, i), notes.ElementAtOrDefault(i) ?? "", isFirst ? rung : null);
        }
    }

    private static TcpState? State(IReadOnlyList<TcpState> states, int row) => row < states.Count ? states[row] : null;

    private static string Middle(string words) => words.PadLeft((ArrowColumns + words.Length) / 2).PadRight(ArrowColumns);

    private void Row(string time, TcpState? left, string middle, TcpState? right, string note, LadderRung? arrow)
    {
        var leaves = arrow is { Passage: not LadderPassage.Arrives };
        var row = Coloured(LadderColour.Faint, time.PadLeft(TimeColumns))
            + ' ' + Coloured(LadderColour.State, Name(left).PadLeft(StateColumns))
            + ' ' + (leaves && arrow!.ToRight ? _glyphs.FromLeft : _glyphs.Line)
            + Coloured(ColourOf(arrow), middle)
            + (leaves && !arrow!.ToRight ? _glyphs.FromRight : _glyphs.Line)
            + ' ' + Coloured(LadderColour.State, Name(right).PadRight(StateColumns))
            + "  " + Coloured(LadderColour.Faint, note);
        writer.WriteLine(row.TrimEnd());
    }

    private static string Name(TcpState? state) => state is { } known ? LadderWords.Of(known) : "";

    private static LadderColour ColourOf(LadderRung? arrow) => arrow switch
    {
        null => LadderColour.None,
        { Segment.HasRst: true } or { Passage: LadderPassage.Lost } => LadderColour.Reset,
        { ToRight: true } => LadderColour.ToRight,
        _ => LadderColour.ToLeft,
    };

    private string Coloured(LadderColour colour, string text) =>
        !style.Colours || colour == LadderColour.None || string.IsNullOrWhiteSpace(text)
            ? text
            : string.Create(CultureInfo.InvariantCulture, $"\e[{(int)colour}m{text}\e[0m");

    private List<string> Wrap(string note)
    {
        var lines = new List<string>();
        foreach (var word in note.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (lines is [.., var line] && NoteStart + line.Length + 1 + word.Length <= style.Width)
            {
                lines[^1] = $"{line} {word}";
            }
            else
            {
                lines.Add(word);
            }
        }

        return lines;
    }
}
