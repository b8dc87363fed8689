using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Stack;

/// <summary>A service on port 80 of one virtual host, and a client on another that calls it.</summary>
internal sealed class ServiceCall
{
    public ServiceCall(Func<TcpStack, InlineProtocol> service)
    {
        Server = Network.Join(Hosts.ServerPrefixes);
        Client = Network.Join(Hosts.ClientPrefixes);
        Server.Listen(80, service(Server.Stack));
    }

    public VirtualNetwork Network { get; } = new();

    public VirtualHost Server { get; }

    public VirtualHost Client { get; }

    /// <summary>Calls, and waits until the connection is over on both sides and nothing of it is left.</summary>
    public Caller ToTheEnd(Caller caller)
    {
        Call(caller);
        Network.Run(() => caller.End is not null && Server.Stack.Connections == 0);
        Server.AssertNothingIsLeft();
        Client.AssertNothingIsLeft();
        return caller;
    }

    public Caller Call(Caller caller)
    {
        Client.Connect("10.1.0.1:80", "10.2.0.1:0", caller);
        return caller;
    }
}
