using System.Net;
using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>What is chosen for one listener.</summary>
public sealed record ListenOptions
{
    /// <summary>1 to 65,535, or 0 for every port that has no listener of its own.</summary>
    public required ushort Port { get; init; }

    /// <summary>Addresses on which to listen; by default every address whose packets reach the stack.</summary>
    public IReadOnlyList<IPNetwork> Prefixes { get; init; } = [IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")];

    /// <summary>What runs on the connections; null leaves them to <see cref="TcpListener.AcceptAsync"/>.</summary>
    public InlineProtocol? Protocol { get; init; }

    /// <summary>Connections in SYN-RECEIVED, per shard; further SYNs are dropped.</summary>
    public int HalfOpenLimit { get; init; } = 16384;

    /// <summary>Established connections that wait to be accepted; while there are as many, SYNs are dropped.</summary>
    public int Backlog { get; init; } = 4096;

    public ConnectionSettings Connection { get; init; } = ConnectionSettings.Default;
}
