namespace ActorTcp.Stack;

/// <summary>How an attempt to reach the server of a <see cref="Proxy"/> ended.</summary>
internal enum DialOutcome
{
    Connected,

    /// <summary>It answered with a reset.</summary>
    Refused,

    TimedOut,

    /// <summary>No route, no such name, or no socket.</summary>
    Unreachable,

    /// <summary>Too many attempts at this port are under way.</summary>
    Busy,

    /// <summary>The client has gone meanwhile.</summary>
    Withdrawn,
}
