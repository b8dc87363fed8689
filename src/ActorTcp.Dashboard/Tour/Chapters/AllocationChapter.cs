using System.Globalization;
using System.Text.Json;
using ActorTcp.Lab;
using ActorTcp.Protocol;
using ActorTcp.Reports;

namespace ActorTcp.Dashboard;

/// <summary>What the server spends at the SYN.</summary>
internal static class AllocationChapter
{
    public static Chapter Chapter { get; } = new()
    {
        Name = "allocation",
        Title = "Buffers and variables",
        Source = "RFC 9293 §3.3.1, RFC 4987 §2",
        Run = HandshakeChapter.Handshake,
        Passages =
        [
            new("A connection is, at each end, a handful of variables and two buffers. `ISS` and `IRS` are the two initial numbers; `SND.UNA` and `SND.NXT` say what was sent and not yet acknowledged; `RCV.NXT` says what comes next."),
            new("The client has begun its own with the SYN: `SND.NXT` is one ahead of `SND.UNA`, so one number, that of the SYN, is not yet acknowledged. What the peer counts with, it does not know."),
            new("The textbook's server makes the variables and the buffers when the SYN arrives. Ours makes the variables only: the card says how many octets its buffers have. A buffer is lent while there is something in it, and nobody has proved anything yet."),
            new("The SYN-ACK fills in what the client lacked: `IRS` and `RCV.NXT`. Its `SND.UNA` has caught up with `SND.NXT`."),
            new("With step 3 the server's `SND.UNA` catches up as well. Everything is in its place, and it took three segments without a single octet of data."),
        ],
        Figures = _ => [Costs()],
        Question = Ask,
    };

    private static Table Costs() => new()
    {
        Title = "What one SYN makes this server allocate, measured just now",
        Caption = "The policy `textbook` does what the textbook says; `hybrid` is the default, `syn-cache` writes a record into a table that was there before, and `cookies` puts all it has to remember into the number `server_isn` itself.",
        Columns = [new("policy"), new("objects", Unit.Octets, Better.Less), new("buffers", Unit.Octets, Better.Less)],
        Rows = [.. SynCost.Measure().Select(each => (IReadOnlyList<Cell>)[Name(each.Policy), each.Objects, each.Buffers])],
    };

    private static string Name(HalfOpenPolicy policy) => JsonNamingPolicy.KebabCaseLower.ConvertName(policy.ToString());

    private static Question Ask(Recording recording)
    {
        var instant = recording.Instants.First(instant => instant.Right.State == TcpState.SynReceived);
        return new Question(
            "After step 2 and before step 3: how many octets of buffers does the server hold for this client?",
            [instant.Right.Lent.ToString(CultureInfo.InvariantCulture), "2,048", "131,072"],
            0,
            "“Buffers lent” on the server's card is 0 until data arrives that has to be answered. Chapter 6 shows why that is wise.");
    }
}
