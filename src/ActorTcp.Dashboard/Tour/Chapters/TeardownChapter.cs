using ActorTcp.Lab;
using ActorTcp.Protocol;

namespace ActorTcp.Dashboard;

/// <summary>Both sides close.</summary>
internal static class TeardownChapter
{
    public static Chapter Chapter { get; } = new()
    {
        Name = "teardown",
        Title = "The teardown",
        Source = "RFC 9293 §3.6, Figure 12",
        Run = staging =>
        {
            var network = new MemoryConversation(staging);
            network.Talk();
            network.Rest();
            return network.Recording.Part(TimeSpan.FromMilliseconds(400), TimeSpan.MaxValue);
        },
        Passages =
        [
            new("The connection is established, the words have been exchanged. Either end may close; a connection has two directions, and each is closed by the one who sends in it."),
            new("The client's program has nothing more to say and closes. The `FIN` takes one sequence number, as the SYN did, so it is acknowledged, and repeated if it is lost, like an octet of data: `FIN-WAIT-1`."),
            new("The server acknowledges it and tells its program that nothing more will come. It may go on to send itself: in `CLOSE-WAIT` the connection is half closed."),
            new("The client's `FIN` is acknowledged: in `FIN-WAIT-2` it only waits for the other side."),
            new("Now the server's program closes too, and its `FIN` goes out: `LAST-ACK`, the last thing it waits for."),
            new("The client acknowledges and enters `TIME-WAIT`. Should this ACK be lost, the server repeats its FIN, and somebody must be there to answer."),
            new("The server has its ACK and forgets the connection at once. Whoever closes first keeps the burden of `TIME-WAIT`."),
            new("After two maximum segment lifetimes, here a minute, no segment of this connection can be in the network any more: the client forgets it as well.", instant => instant.Left.State == TcpState.Closed),
        ],
        Question = _ => new Question(
            "Which end has to remember the connection for a minute after it is over?",
            ["The client, because it is the client", "The server, because it is the server", "Whichever has closed first"],
            2,
            "It was the client here. Had the server's `FIN` gone first, `TIME-WAIT` would stand on its card."),
    };
}
