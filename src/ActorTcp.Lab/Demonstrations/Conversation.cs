using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>One connection from its first segment to its last, and another whose client speaks at once.</summary>
/// <param name="Client">Who the client was, in words.</param>
/// <param name="Whole">The first connection, with what each segment cost the server.</param>
/// <param name="Eager">The second.</param>
/// <param name="Told">The states of the client's end as it names them itself, where it can be asked.</param>
internal sealed record Conversation(string Client, Ladder Whole, Ladder Eager, SeqNum ClientIsn, SeqNum ServerIsn, TurnCost OfSyn, IReadOnlyList<TcpState> Told)
{
    public static readonly byte[] Request = "hello, server"u8.ToArray();

    /// <summary>The initial sequence number that the server has seen, or sent.</summary>
    public static SeqNum Isn(IEnumerable<HistoryEntry> byTheServer, HistoryEntryKind way) =>
        byTheServer.First(entry => entry.Kind == way && entry.HasSyn).Seq;
}
