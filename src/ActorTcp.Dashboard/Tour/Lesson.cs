using System.Globalization;
using ActorTcp.Lab;

namespace ActorTcp.Dashboard;

/// <summary>A chapter with one run of it, and how far the reader has gone through it.</summary>
internal sealed class Lesson
{
    private readonly int[] _begins;
    private int _position;

    public Lesson(Chapter chapter, Staging staging)
    {
        Chapter = chapter;
        Recording = chapter.Run(staging);
        Isns = new Isns(Recording);
        Question = chapter.Question(Recording);
        _begins = Beginnings(chapter.Passages, Recording.Instants);
    }

    public Chapter Chapter { get; }

    public Recording Recording { get; }

    public Isns Isns { get; }

    public Question Question { get; }

    /// <summary>Which instant is shown.</summary>
    public int Position
    {
        get => _position;
        set
        {
            _position = Math.Clamp(value, 0, Recording.Instants.Count - 1);
            Selected = Recording.Flights.LastOrDefault(flight => flight.Departed == Now.At || flight.Arrived == Now.At);
        }
    }

    public Instant Now => Recording.Instants[_position];

    /// <summary>The instant before, or the same at the beginning.</summary>
    public Instant Before => Recording.Instants[Math.Max(_position - 1, 0)];

    public bool IsAtEnd => _position == Recording.Instants.Count - 1;

    /// <summary>The segment whose fields are shown.</summary>
    public Flight? Selected { get; set; }

    /// <summary>The paragraph that tells of what is shown.</summary>
    public int Passage => Array.FindLastIndex(_begins, begin => begin <= _position);

    /// <summary>Goes to where a paragraph begins.</summary>
    public void GoTo(int passage) => Position = _begins[passage];

    /// <summary>A time in the unit that suits the whole run.</summary>
    public string Time(TimeSpan at) => Recording.Instants[^1].At.TotalSeconds < 2
        ? string.Create(CultureInfo.InvariantCulture, $"{at.TotalMilliseconds:0} ms")
        : string.Create(CultureInfo.InvariantCulture, $"{at.TotalSeconds:0.00} s");

    /// <summary>Whether the segment has left by now.</summary>
    public bool HasDeparted(Flight flight) => RowOf(flight.Departed) <= _position;

    /// <summary>The instant of a time; the beginning is none of a segment.</summary>
    public int RowOf(TimeSpan time) => Recording.Instants.ToList().FindLastIndex(instant => instant.At <= time);

    private static int[] Beginnings(IReadOnlyList<Passage> passages, IReadOnlyList<Instant> instants)
    {
        var begins = new int[passages.Count];
        for (var i = 1; i < begins.Length; i++)
        {
            var next = Math.Min(begins[i - 1] + 1, instants.Count - 1);
            var found = instants.Skip(next).ToList().FindIndex(instant => passages[i].Begins?.Invoke(instant) ?? true);
            begins[i] = next + Math.Max(found, 0);
        }

        return begins;
    }
}
