using System.Net;
using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>What is chosen for one listener: its limits, which may change later, and what stays as it is.</summary>
public sealed record ListenOptions : ListenLimits
{
    /// <summary>1 to 65,535, or 0 for every port that has no listener of its own.</summary>
    public required ushort Port { get; init; }

    /// <summary>What the service is called in readings, such as <c>echo</c>.</summary>
    public string? Name { get; init; }

    /// <summary>Addresses on which to listen; by default every address whose packets reach the stack.</summary>
    public IReadOnlyList<IPNetwork> Prefixes { get; init; } = [IPNetwork.Parse("0.0.0.0/0"), IPNetwork.Parse("::/0")];

    /// <summary>What runs on the connections; null leaves them to <see cref="TcpListener.AcceptAsync"/>.</summary>
    public InlineProtocol? Protocol { get; init; }

    /// <summary>Given each connection as soon as it is established, in place of <see cref="TcpListener.AcceptAsync"/>. Called on the shard's thread, which it must not block.</summary>
    public Action<TcpConnection>? Accepted { get; init; }

    /// <summary>Asked about each SYN before it is answered; null answers at once. A cookie stands for a connection that the gate is not asked about.</summary>
    public IGate? Gate { get; init; }

    public ConnectionSettings Connection { get; init; } = ConnectionSettings.Default;
}
