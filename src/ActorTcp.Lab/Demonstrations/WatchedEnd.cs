using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>One end of a <see cref="VirtualLink"/>, and its latest connection to a peer that counts.</summary>
/// <param name="rest">Its state as long as it has none.</param>
internal sealed class WatchedEnd(TcpStack stack, TcpState rest, Predicate<FourTuple> counts)
{
    private ConnectionActor? _connection;

    public EndReading Read()
    {
        var router = stack.Routers[0];
        var connections = router.Flows.ToArray();
        _connection = Array.Find(connections, connection => counts(connection.Tuple)) ?? _connection;
        var state = State(router);
        var variables = state is TcpState.Closed or TcpState.Listen ? null : EndVariables.Of(_connection!.Tcb);
        return new EndReading(state, variables, connections.Count(connection => connection.IsHalfOpen), router.Buffers.Lent);
    }

    private TcpState State(SegmentRouter router) => _connection?.Tcb.State switch
    {
        null => rest,
        TcpState.TimeWait when router.TimeWaits.Count == 0 => TcpState.Closed,
        var state => state.Value,
    };
}
