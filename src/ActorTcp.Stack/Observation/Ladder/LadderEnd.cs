namespace ActorTcp.Stack;

/// <summary>One end of a ladder that has told what happened to it.</summary>
/// <param name="Caption">Its name, such as "server", and on further lines its address.</param>
/// <param name="History">In order of time; those of several connections between the same sockets may follow each other.</param>
/// <param name="Forgotten">How many entries the history has dropped behind <see cref="ConnectionHistory.Beginning"/>.</param>
internal sealed record LadderEnd(string Caption, IReadOnlyList<HistoryEntry> History, long Forgotten = 0);
