using ActorTcp.Lab;
using ActorTcp.Protocol;

namespace ActorTcp.Dashboard;

/// <summary>Without step 3, half-open connections are waste.</summary>
internal static class WasteChapter
{
    public static Chapter Chapter { get; } = new()
    {
        Name = "waste",
        Title = "Why step 3? Waiting for nobody",
        Source = "RFC 4987 §2",
        Left = "everybody else",
        Run = staging => HalfOpenWaste.Run(staging).Recording,
        Passages =
        [
            new($"Would two steps not do? Here is a small server with {HalfOpenWaste.Limit} places for connections that are not yet established. It does as the textbook says and takes buffers at the SYN."),
            new("Three SYNs have arrived from addresses where nobody is. The server has taken every place and lent buffers for each; its SYN-ACKs go nowhere, and nothing tells it so. Had the handshake two steps, it would believe itself connected by now, and wait for data for ever."),
            new("A client that means it sends its SYN…"),
            new("…and there is no place. The SYN is dropped, without a word."),
            new("Since step 3 is missing, the server knows that something is wrong. It repeats its SYN-ACKs, waiting twice as long each time, and the client repeats its SYN in the same way. Press “Next” and watch the clock."),
            new("After 63 s the server gives up: no step 3, no connection. The places are free and the buffers are back.", instant => instant is { Right.HalfOpen: 0, Left.State: TcpState.SynSent }),
            new("The client's next SYN finds a place.", instant => instant.Right.State == TcpState.SynReceived),
            new("Its own step 3 is what tells it from the others.", instant => instant.Right.State == TcpState.Established),
        ],
        Question = recording => new Question(
            "How many of the client's SYNs were dropped?",
            ["3", $"{recording.Flights.Count(flight => flight.WasDropped)}", "63"],
            1,
            "Count the crosses at the server's line. Three forged segments were enough to keep a client out for a minute: that is how a SYN flood works, and the page `Defence` shows what this server does against it."),
    };
}
