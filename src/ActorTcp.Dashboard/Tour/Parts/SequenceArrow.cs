using System.Globalization;
using ActorTcp.Lab;
using ActorTcp.Wire;

namespace ActorTcp.Dashboard;

/// <summary>A segment, or several alike at once, as an arrow between the two ends.</summary>
internal sealed class SequenceArrow
{
    private const string Middle = "50%";

    /// <summary>Pixels from the middle of a row to where arrows end in it, and to where they begin.</summary>
    private const int Above = 11;

    private readonly Lesson _lesson;
    private readonly IReadOnlyList<Flight> _flights;

    /// <param name="row">Height of an instant in pixels.</param>
    public SequenceArrow(Lesson lesson, IReadOnlyList<Flight> flights, int row)
    {
        (_lesson, _flights) = (lesson, flights);
        var (from, to) = Flight.ToRight ? (SequenceView.Left, SequenceView.Right) : (SequenceView.Right, SequenceView.Left);
        var departure = lesson.RowOf(Flight.Departed);
        var y1 = (departure * row) + (row / 2.0) + Above;
        if (Flight.Arrived is not { } arrived)
        {
            Lines = [new SequenceLine(from, y1, Middle, y1 + 18)];
            Cross = (Middle, y1 + 24);
            (LabelX, Anchor, LabelY) = Beyond(y1);
            return;
        }

        var arrival = lesson.RowOf(arrived);
        var y2 = (arrival * row) + (row / 2.0) - Above;
        if (arrival - departure > 1)
        {
            Lines =
            [
                new SequenceLine(from, y1, Middle, y1 + 18),
                new SequenceLine(Middle, y1 + 18, Middle, y2 - 18, IsWaiting: true),
                new SequenceLine(Middle, y2 - 18, to, y2, HasHead: true),
            ];
            (LabelX, Anchor, LabelY) = Beyond(y1);
        }
        else
        {
            Lines = [new SequenceLine(from, y1, to, y2, HasHead: true)];
            (LabelX, Anchor, LabelY) = (Middle, "middle", (y1 + y2) / 2);
            Cross = Flight.WasDropped ? (to, y2 + 5) : null;
        }
    }

    public Flight Flight => _flights[0];

    public IReadOnlyList<SequenceLine> Lines { get; }

    /// <summary>Where it ended before its time.</summary>
    public (string X, double Y)? Cross { get; }

    public string LabelX { get; }

    /// <summary>The middle of the label's two lines.</summary>
    public double LabelY { get; }

    /// <summary>SVG's text-anchor.</summary>
    public string Anchor { get; }

    /// <summary>The control bits, and how much text there is.</summary>
    public string Flags
    {
        get
        {
            var count = _flights.Count > 1 ? $"{_flights.Count} × " : "";
            var text = Flight.Text.Length > 0 ? string.Create(CultureInfo.InvariantCulture, $", {Flight.Text.Length} octets") : "";
            return count + SegmentWords.Flags(Flight.Control) + text;
        }
    }

    /// <summary>The sequence number and, if it counts, the acknowledgment.</summary>
    public string Numbers
    {
        get
        {
            if (_flights.Count > 1)
            {
                return Flight.ToRight ? "from addresses where nobody is" : "to nobody";
            }

            var ack = Flight.Has(ControlBits.Ack) ? $" · ack {_lesson.Isns.Name(Flight.Ack, !Flight.ToRight)}" : "";
            return $"seq {_lesson.Isns.Name(Flight.Seq, Flight.ToRight)}{ack}";
        }
    }

    /// <summary>For who cannot see it.</summary>
    public string Description => $"{Flags} from {(Flight.ToRight ? $"{_lesson.Chapter.Left} to server" : $"server to {_lesson.Chapter.Left}")}, {Numbers.Replace(" · ", ", ", StringComparison.Ordinal)}"
        + (Flight.Arrived is null ? ", lost" : Flight.WasDropped ? ", dropped" : "");

    public bool Holds(Flight? flight) => flight is not null && _flights.Contains(flight);

    /// <summary>Where a segment would have gone on.</summary>
    private (string X, string Anchor, double Y) Beyond(double departure) => (Flight.ToRight ? "53%" : "47%", Flight.ToRight ? "start" : "end", departure + 10);

    public string Class(Lesson lesson)
    {
        var chosen = Holds(lesson.Selected) ? " chosen" : "";
        return (Flight.IsUnderWay(lesson.Now.At) ? "flight away" : "flight") + (Flight.Arrived is null || Flight.WasDropped ? " lost" : "") + chosen;
    }
}
