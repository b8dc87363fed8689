using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.SubtleCases;

/// <summary>RFC 6335 §6: port 0 is reserved. Nobody listens there, not even who listens on every port.</summary>
public sealed class PortZero
{
    private readonly LoneStack _stack = new();

    public PortZero() => _stack.Listen(new ListenOptions { Port = 0, Protocol = new Discard() });

    [Fact]
    [SubtleCase(39)]
    public void Is_closed()
    {
        var peer = _stack.Peer("10.9.0.1:1000", "10.1.0.1:0");
        peer.Sends(Syn());
        Assert.Equal(ControlBits.Rst | ControlBits.Ack, peer.Next().Control);
    }

    [Fact]
    [SubtleCase(39)]
    public void May_call_for_no_rule_forbids_it_and_then_is_spoken_to_as_any_other()
    {
        _stack.Peer("10.9.0.1:0").Connects();
        Assert.Equal(1, _stack.Stack.Connections);
    }
}
