namespace ActorTcp.Control;

/// <summary>What an event log tells; README.md beside the project has the fields of each.</summary>
internal enum EventKind
{
    /// <summary>A connection is there, half-open as yet.</summary>
    Opened,

    Established,

    /// <summary>A connection is over, however it ended.</summary>
    Closed,

    /// <summary>A cookie stood in for a connection, or something came in its place.</summary>
    Cookie,

    /// <summary>A record in the SYN cache stands in for a connection.</summary>
    Cached,

    /// <summary>A SYN or a final ACK came to nothing.</summary>
    Dropped,

    FloodBegun,

    FloodEnded,

    /// <summary>A listener follows another policy.</summary>
    Switched,

    /// <summary>More happened than is told: events beyond the rate, or beyond what the reader took away.</summary>
    Suppressed,
}
