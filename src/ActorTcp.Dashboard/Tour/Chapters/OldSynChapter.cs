using ActorTcp.Lab;
using ActorTcp.Wire;

namespace ActorTcp.Dashboard;

/// <summary>An old SYN that comes just before a new one.</summary>
internal static class OldSynChapter
{
    public static Chapter Chapter { get; } = new()
    {
        Name = "old",
        Title = "Why step 3? An old SYN before a new one",
        Source = "RFC 9293 §3.5, Figure 8",
        Run = staging => DelayedDuplicate.BeforeTheConnection(staging).Recording,
        Passages =
        [
            new("One more case, the one that the RFC draws."),
            new("The client sends a SYN, which is held up."),
            new("Its user loses interest before there is an answer: the attempt is given up."),
            new("Ten seconds later the user tries again, from the same port, with another number: `client_isn′`.", instant => instant.At.TotalSeconds > 5),
            new("The old SYN overtakes the new one. The server answers it: its SYN-ACK acknowledges the old number."),
            new("The client has sent `client_isn′`, and somebody acknowledges `client_isn + 1`. That cannot be meant for this attempt: `RST`, with the number that was acknowledged."),
            new("The server drops the old attempt, and is free for the new one."),
            new("The new SYN arrives, and the handshake ends well: with step 3 the server learns that its number was heard by somebody who wants it."),
            new("The client is established…"),
            new("…and so is the server. Each has heard its own number from the other before it believed in the connection."),
        ],
        Question = recording =>
        {
            var reset = recording.Flights.First(flight => flight.Has(ControlBits.Rst));
            return new Question(
                "From where does the client take the sequence number of its RST?",
                ["It is its own SND.NXT", "It is what the server's SYN-ACK acknowledged", "It is chosen at random"],
                1,
                $"It is {reset.Seq}, the acknowledgment of the SYN-ACK before: so the server can see that the RST belongs to what it has just said (RFC 9293 §3.10.7.3).");
        },
    };
}
