using ActorTcp.Lab;
using ActorTcp.Protocol;

namespace ActorTcp.Dashboard;

/// <summary>A SYN that comes when all is over.</summary>
internal static class LateSynChapter
{
    public static Chapter Chapter { get; } = new()
    {
        Name = "late",
        Title = "Why step 3? A SYN that comes too late",
        Source = "RFC 9293 §3.5",
        Run = staging => DelayedDuplicate.AfterTheConnection(staging).Recording,
        Passages =
        [
            new("The other danger needs no bad will, only a slow network."),
            new("The client sends a SYN, and the network holds it up: follow the dotted line."),
            new("A second has passed without an answer. The client takes the SYN for lost and repeats it, with the same number."),
            new("This one gets through, and the handshake goes its way."),
            new("Both are established, say a few words…", instant => instant.Right.State == TcpState.Established),
            new("…and part as they should.", instant => instant.Left.State == TcpState.FinWait1),
            new($"`TIME-WAIT` is over, too (the client believes in {DelayedDuplicate.Msl.TotalSeconds:0} s for the life of a segment; this one lives longer). Nobody remembers the connection.", instant => instant.At.TotalSeconds > 2),
            new("Now the first SYN arrives. It looks like any other, so the server answers it, with a new `server_isn`. If two steps were enough, this would be a connection, and the server would wait in vain for data.", instant => instant.At.TotalSeconds > 10),
            new("The client gets a SYN-ACK that it did not ask for. Instead of step 3 it says `RST`."),
            new("The server is back in `LISTEN`, one round trip after the mistake."),
        ],
        Question = recording => new Question(
            "How long was the first SYN on its way?",
            ["10 ms", "1 s", $"{(recording.Flights[0].Arrived - recording.Flights[0].Departed)!.Value.TotalSeconds:0} s"],
            2,
            "Choose the first segment and compare the times at both ends of the dotted line."),
    };
}
