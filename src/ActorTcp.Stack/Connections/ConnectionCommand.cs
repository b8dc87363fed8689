namespace ActorTcp.Stack;

/// <summary>What other threads may ask of a connection's actor.</summary>
internal enum ConnectionCommand : byte
{
    /// <summary>The application has something to do with the connection, or room for more text.</summary>
    Notify,

    /// <summary>RFC 9293 §3.10.5.</summary>
    Abort,

    /// <summary>A half-open connection makes way for another one.</summary>
    Recycle,
}
