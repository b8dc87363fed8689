namespace ActorTcp.Protocol;

/// <summary>The answers of RFC 9293 §3.10 to a user's call, in the RFC's words.</summary>
internal enum CallResult : byte
{
    Ok,

    /// <summary>"error: connection does not exist"</summary>
    ConnectionDoesNotExist,

    /// <summary>"error: connection already exists"</summary>
    ConnectionAlreadyExists,

    /// <summary>"error: connection closing"</summary>
    ConnectionClosing,

    /// <summary>"error: remote socket unspecified"</summary>
    RemoteSocketUnspecified,

    /// <summary>"error: insufficient resources": the text does not fit in the send buffer.</summary>
    InsufficientResources,
}
