using ActorTcp.Lab;
using ActorTcp.Protocol;

namespace ActorTcp.Dashboard;

/// <summary>The three steps.</summary>
internal static class HandshakeChapter
{
    public static Chapter Chapter { get; } = new()
    {
        Name = "handshake",
        Title = "The three-way handshake",
        Source = "RFC 9293 §3.5, Figure 6",
        Run = Handshake,
        Passages =
        [
            new("A program on the client wants to talk to a program on the server, which listens on port 7. Neither end knows of the other: the client is `CLOSED`, the server in `LISTEN`, and there are no variables yet."),
            new("Step 1. The program asks its TCP to open a connection. TCP makes up a number from which it will count the octets it sends, `client_isn`, and puts it into a segment that carries no data, only this number and the `SYN` bit. "
                + "The client now waits in `SYN-SENT`."),
            new("Step 2. The SYN has arrived, and the server makes the variables of a connection: look at its card. It answers with `SYN` and `ACK`. The acknowledgment `client_isn + 1` says: I have heard your number, and expect the octet after it. "
                + "Its own first number is `server_isn`. It is in `SYN-RECEIVED`: nobody has confirmed that number yet."),
            new("Step 3. For the client all is clear: its number was acknowledged, so it is `ESTABLISHED` and makes its variables complete. It acknowledges `server_isn + 1`. The `SYN` bit is off: no number is left to be agreed upon."),
            new("The server has heard its own number back, and is `ESTABLISHED` too. Each side has told a number, and each has heard the other say it: that takes three segments, since the answer to the first can travel with the second."),
        ],
        Question = Ask,
    };

    /// <summary>A connection up to where both ends are established.</summary>
    public static Recording Handshake(Staging staging)
    {
        var network = new MemoryConversation(staging);
        network.Talk();
        var established = network.Recording.Instants.First(instant => instant.Right.State == TcpState.Established);
        return network.Recording.Part(TimeSpan.Zero, established.At);
    }

    private static Question Ask(Recording recording)
    {
        var (syn, synAck) = (recording.Flights[0].Seq, recording.Flights[1].Seq);
        return new Question(
            "Which number stands in the acknowledgment field of the third segment?",
            [$"{syn}", $"{syn + 1}", $"{synAck}", $"{synAck + 1}"],
            3,
            "It is `server_isn + 1`: an acknowledgment names the next octet that is expected, and the SYN took the number `server_isn` itself.");
    }
}
