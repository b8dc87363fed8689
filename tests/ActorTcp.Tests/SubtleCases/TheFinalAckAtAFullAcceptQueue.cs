using ActorTcp.Stack;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.SubtleCases;

/// <summary>
/// Linux leaves a client in ESTABLISHED whose final ACK it has dropped. Here the queue is looked at when a SYN is admitted: whoever was let in stays.
/// </summary>
public sealed class TheFinalAckAtAFullAcceptQueue
{
    [Fact]
    [SubtleCase(16)]
    public async Task Establishes_what_was_admitted_before()
    {
        var stack = new LoneStack();
        var listener = stack.Listen(new ListenOptions { Port = 80, Backlog = 1 });
        var (first, second, third) = (stack.Peer("10.9.0.1:1000"), stack.Peer("10.9.0.2:1000"), stack.Peer("10.9.0.3:1000"));
        first.Sends(Syn());
        second.Sends(Syn());
        first.Next();
        second.Next();
        first.Sends(Ack(seq: 1, ack: 1));
        second.Sends(Ack(seq: 1, ack: 1));

        Assert.Empty(second.Receives());
        Assert.Equal((0, 2), (listener.HalfOpen, listener.AcceptQueue));
        third.Sends(Syn());
        Assert.Empty(third.Receives());
        Assert.Equal(first.Tuple.Remote.ToString(), (await listener.AcceptAsync(TestContext.Current.CancellationToken))!.RemoteEndPoint.Address.ToString());
        Assert.Equal(second.Tuple.Remote.ToString(), (await listener.AcceptAsync(TestContext.Current.CancellationToken))!.RemoteEndPoint.Address.ToString());
    }
}
