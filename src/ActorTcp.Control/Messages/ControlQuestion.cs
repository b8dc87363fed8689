namespace ActorTcp.Control;

/// <summary>What can be asked of a daemon.</summary>
internal enum ControlQuestion
{
    /// <summary>How the stack stands: one line.</summary>
    Stack,

    /// <summary>A line for each connection, then how many were left out.</summary>
    Connections,

    /// <summary>A line for each event from now on.</summary>
    Events,

    /// <summary>A line for each thing that happens to a connection from now on.</summary>
    Trace,

    /// <summary>A line that says so, then packets in the pcapng format from now on.</summary>
    Capture,
}
