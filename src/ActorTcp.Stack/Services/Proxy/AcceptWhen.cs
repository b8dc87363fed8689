namespace ActorTcp.Stack;

/// <summary>When a <see cref="Proxy"/> lets a client in.</summary>
public enum AcceptWhen
{
    /// <summary>The server hears only of clients that have proved their address (RFC 4987 §3.8); its closed ports look open.</summary>
    HandshakeDone,

    /// <summary>The SYN is answered when the server has answered: what is closed there looks closed here. Each SYN costs a connection to the server.</summary>
    UpstreamConnected,
}
