using ActorTcp.Lab;
using ActorTcp.Reports;

namespace ActorTcp.Dashboard;

/// <summary>Why the initial sequence numbers are chosen at random.</summary>
internal static class NumbersChapter
{
    private const int Connections = 16;

    public static Chapter Chapter { get; } = new()
    {
        Name = "numbers",
        Title = "Numbers that nobody can guess",
        Source = "RFC 6528, RFC 9293 §3.4.1",
        Run = HandshakeChapter.Handshake,
        Passages =
        [
            new("Both initial numbers come out of chance. Press “Other numbers”: the same handshake runs again, and both are different."),
            new("`client_isn` is chosen when the SYN is made. Segments of an earlier connection between the same ports may still be on their way; with another starting point they do not fit into this one."),
            new("`server_isn` matters for safety. Whoever could foresee it could send step 3 in the name of a stranger, without ever seeing step 2, and the server would believe to talk with that stranger."),
            new("So the number is the sum of a clock, which goes on by one every 4 µs, and a hash of addresses, ports and a secret. For one pair of sockets it grows, for any other it is somewhere else on the circle of 2³² numbers."),
            new("Step 3 therefore proves something: whoever sends `server_isn + 1` has received step 2, and is where he says he is."),
        ],
        Figures = Scatter,
        Question = Ask,
    };

    private static IReadOnlyList<Figure> Scatter(Staging staging)
    {
        var samples = IsnSample.Take(Connections, staging);
        return
        [
            new LineChart
            {
                Title = $"Initial sequence numbers of {Connections} connections, one right after the other",
                Caption = "Between the same two hosts, only the client's port differs. Where the next point will be cannot be told from those before.",
                X = new Axis("connection") { From = 0, To = Connections + 1 },
                Y = new Axis("initial sequence number") { From = 0, To = uint.MaxValue },
                Series =
                [
                    new Series("client_isn", [.. samples.Select((sample, i) => new Point(i + 1, sample.ClientIsn.Value))]) { Shape = LineShape.Points },
                    new Series("server_isn", [.. samples.Select((sample, i) => new Point(i + 1, sample.ServerIsn.Value))]) { Shape = LineShape.Points },
                ],
            },
        ];
    }

    private static Question Ask(Recording recording)
    {
        var synAck = recording.Flights[1];
        return new Question(
            "Somebody who cannot see the server's answers wants to send step 3 in the name of this client. How many values of the acknowledgment field would he have to try?",
            ["One: the number is known", "About 1,000", "Up to 4,294,967,296"],
            2,
            $"All but one are refused. Here it is {synAck.Seq + 1}, and nothing that he can see tells him so.");
    }
}
