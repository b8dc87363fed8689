using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>One end of a ladder that has told what happened to it.</summary>
/// <param name="Caption">Its name, such as "server", and on further lines its address.</param>
/// <param name="History">In order of time; those of several connections between the same sockets may follow each other.</param>
/// <param name="Forgotten">How many entries the history has dropped behind <see cref="ConnectionHistory.Beginning"/>.</param>
internal sealed record LadderEnd(string Caption, IReadOnlyList<HistoryEntry> History, long Forgotten = 0)
{
    /// <summary>A listener's end that begins with the final ACK: a cookie, or a record in the SYN cache, stood in for what came before.</summary>
    public bool BeginsAtFinalAck => History is [{ Kind: HistoryEntryKind.StateChanged, From: TcpState.Listen, Cause: Cause.SynArrives }, ..];
}
