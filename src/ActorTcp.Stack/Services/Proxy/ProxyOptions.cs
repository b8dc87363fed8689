namespace ActorTcp.Stack;

/// <summary>What is chosen for one <see cref="Proxy"/>.</summary>
public sealed record ProxyOptions
{
    /// <summary>Name or address of the server.</summary>
    public required string Host { get; init; }

    /// <summary>1 to 65,535; null for the port that the client asked for.</summary>
    public ushort? Port { get; init; }

    public AcceptWhen AcceptWhen { get; init; } = AcceptWhen.HandshakeDone;

    /// <summary>How long the server may take to answer.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Connections to one port of the server that may be under way at once, so that one that hangs does not hold up the others.</summary>
    public int InFlightLimit { get; init; } = 256;

    /// <summary>Whether the server is told the client's address in front of the text: version 2 of HAProxy's PROXY protocol.</summary>
    public bool SendProxyHeader { get; init; }
}
