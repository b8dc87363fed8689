using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>A connection, living or ended, with what is remembered of it: enough to draw its ladder.</summary>
/// <param name="State">CLOSED after the end.</param>
/// <param name="Began">On the clock of its shard.</param>
/// <param name="Ended">Null while it lives.</param>
/// <param name="End">Meaningful after the end.</param>
/// <param name="Forgotten">How many entries the history has dropped behind <see cref="ConnectionHistory.Beginning"/>.</param>
internal sealed record ConnectionStory(
    long Id,
    FourTuple Tuple,
    TcpState State,
    TimeSpan Began,
    TimeSpan? Ended,
    ConnectionEnd End,
    string? Service,
    IReadOnlyList<HistoryEntry> History,
    long Forgotten)
{
    /// <summary>What is in its queues and windows; null after the end.</summary>
    public ConnectionReading? Reading { get; init; }

    public static ConnectionStory Of(ConnectionActor connection) => new(
        connection.Id,
        connection.Tuple,
        connection.Tcb.State,
        connection.Began,
        Ended: null,
        End: default,
        connection.Service,
        connection.History?.ToArray() ?? [],
        connection.History?.Forgotten ?? 0)
    {
        Reading = ConnectionReadings.Of(connection),
    };

    public static ConnectionStory Of(in EndedConnection ended) => new(
        ended.Id,
        ended.Tuple,
        TcpState.Closed,
        ended.Began,
        ended.Ended,
        ended.End,
        ended.Service,
        ended.History?.ToArray() ?? [],
        ended.History?.Forgotten ?? 0);

    /// <param name="us">Caption of this end, in front of its address.</param>
    /// <param name="peer">Caption of the other end.</param>
    public Ladder ToLadder(string us = "actortcp", string peer = "peer") => Ladder.Of(
        new LadderEnd($"{us}\n{EndPointText.Of(Tuple.Local, Tuple.LocalPort)}", History, Forgotten),
        $"{peer}\n{EndPointText.Of(Tuple.Remote, Tuple.RemotePort)}");
}
