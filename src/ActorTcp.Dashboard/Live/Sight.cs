using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>What everybody who looks at the page sees at once.</summary>
internal sealed record Sight
{
    public static readonly TimeSpan Window = TimeSpan.FromMinutes(2);

    public required StackReading Reading { get; init; }

    /// <summary>The last <see cref="Window"/>, the oldest first; shorter while nobody has looked for as long.</summary>
    public IReadOnlyList<Moment> Moments { get; init; } = [];

    /// <summary>The newest connections, living and ended, the newest first.</summary>
    public required IReadOnlyList<ConnectionStory> Stories { get; init; }

    /// <summary>The listener with the least room left for half-open peers; null where nobody listens.</summary>
    public ListenerReading? Fullest => Reading.Listeners.MaxBy(Occupancy);

    public Moment? Latest => Moments is [.., var latest] ? latest : null;

    /// <summary>Which part of its limit is half-open, from 0 to 1.</summary>
    public static double Occupancy(ListenerReading listener) => listener.HalfOpenLimit == 0 ? 0 : (double)listener.HalfOpen / listener.HalfOpenLimit;

    /// <summary>With the time since an earlier sight added to what it remembers.</summary>
    public Sight After(Sight? earlier)
    {
        if (earlier is null || Reading.Age <= earlier.Reading.Age)
        {
            return this;
        }

        var moment = Moment.Between(earlier.Reading, Reading);
        return this with { Moments = [.. earlier.Moments.Where(each => each.At > Reading.Age - Window), moment] };
    }
}
