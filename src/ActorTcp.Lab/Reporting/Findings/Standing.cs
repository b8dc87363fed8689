namespace ActorTcp.Lab;

/// <summary>How a server stands a flood.</summary>
internal enum Standing
{
    /// <summary>999 of 1,000 clients are served, and 99 of 100 wait twice as long as without the flood at most.</summary>
    Holds,

    /// <summary>The clients are served, but some wait longer.</summary>
    Slows,

    /// <summary>More than one client of 100 is lost.</summary>
    Loses,

    /// <summary>More than half of the clients are lost.</summary>
    Collapses,
}
