using System.Net;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Stack;

/// <summary>The words in which tests speak of virtual hosts.</summary>
internal static class Hosts
{
    public const string ServerPrefixes = "10.1.0.0/16 fd01::/64";
    public const string ClientPrefixes = "10.2.0.0/16 fd02::/64";

    public static IPEndPoint At(string endPoint) => IPEndPoint.Parse(endPoint);

    public static TcpListener Listen(this VirtualHost host, ushort port, InlineProtocol protocol) =>
        host.Listen(new ListenOptions { Port = port, Protocol = protocol });

    public static TcpListener Listen(this VirtualHost host, ListenOptions options)
    {
        var listening = host.Stack.ListenAsync(options);
        Assert.True(listening.IsCompletedSuccessfully);
        return listening.Result;
    }

    public static void Connect(this VirtualHost host, string remote, string local, InlineProtocol protocol, Action? refused = null) =>
        host.Stack.Connect(At(remote), At(local), protocol, refused);

    /// <summary>What must hold when all connections are over: everything was given back, and no actor has thrown.</summary>
    public static void AssertNothingIsLeft(this VirtualHost host)
    {
        Assert.Empty(host.Failures);
        Assert.Equal(0, host.Stack.Connections);
        Assert.All(host.Stack.Routers, router => Assert.Equal(0, router.Buffers.Lent));
    }
}
