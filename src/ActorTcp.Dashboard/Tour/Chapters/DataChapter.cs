using ActorTcp.Lab;

namespace ActorTcp.Dashboard;

/// <summary>Text on the third segment.</summary>
internal static class DataChapter
{
    public static Chapter Chapter { get; } = new()
    {
        Name = "data",
        Title = "Data on the third segment",
        Source = "RFC 9293 §3.5, §3.8",
        Run = staging =>
        {
            var network = new MemoryConversation(staging);
            network.TalkAtOnce();
            return network.Recording.Part(TimeSpan.Zero, TimeSpan.FromMilliseconds(300));
        },
        Passages =
        [
            new("Another client, which has something to say at once. It has to wait all the same: no octet may go before the two numbers are agreed upon."),
            new("Step 1 is as before."),
            new("Step 2 is as before."),
            new("The third segment now carries 13 octets besides its acknowledgment. The client is established as soon as it has the SYN-ACK, so nothing keeps it from speaking. It keeps the octets in its send buffer until they are acknowledged."),
            new("One segment, two effects: its `ACK` establishes the connection, its text goes to the program above the server's TCP at once. That program says the same words back, so the server lends a send buffer for its answer."),
            new("The answer's acknowledgment tells the client that its words have arrived: `SND.UNA` goes up by 13, and its send buffer is empty.", instant => instant.Left.Variables is { SendBuffer: 0, RcvNxt: not null }),
            new("The client acknowledges the answer in turn, a little later, in case it had something to send with it. With that the server's buffer goes back to the pool.", instant => instant.At.TotalMilliseconds > 60),
        ],
        Question = Ask,
    };

    private static Question Ask(Recording recording)
    {
        var third = recording.Flights[2];
        return new Question(
            "What does the server acknowledge in its answer to the third segment?",
            ["client_isn + 1", "client_isn + 13", $"client_isn + {third.Text.Length + 1}"],
            2,
            $"The text took the numbers `client_isn + 1` to `client_isn + {third.Text.Length}`, so the next octet would be `client_isn + {third.Text.Length + 1}`: {recording.Flights[3].Ack}.");
    }
}
