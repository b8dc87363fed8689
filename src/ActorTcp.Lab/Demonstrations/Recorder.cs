using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>Takes down what happens on a <see cref="VirtualLink"/>.</summary>
/// <param name="left">The end whose connection to the server is watched.</param>
/// <param name="right">The server.</param>
internal sealed class Recorder(TcpStack left, TcpStack right)
{
    private readonly List<Flight> _flights = [];
    private readonly List<Instant> _moments = [];
    private readonly Watched _left = new(left, TcpState.Closed, _ => true);
    private readonly Watched _right = new(right, TcpState.Listen, tuple => tuple.Remote.ToIPAddress().Equals(Sockets.Client));
    private long _drops;

    /// <summary>What has happened so far.</summary>
    public Recording Recording => new([.. _flights], [.. _moments]);

    /// <param name="arrival">Null for one that is lost.</param>
    public void Depart(ReadOnlySpan<byte> octets, bool toRight, TimeSpan now, TimeSpan? arrival) =>
        _flights.Add(new Flight(octets) { ToRight = toRight, Departed = now, Arrived = arrival });

    /// <summary>Takes down how things are, if anything has happened since the last time.</summary>
    public void Look(TimeSpan now)
    {
        MarkDropped(now);
        var (left, right) = (_left.Read(), _right.Read());
        var isNew = _moments is not [.., var last] || last.Left != left || last.Right != right
            || (last.At < now && _flights.Exists(flight => flight.Departed == now || flight.Arrived == now));
        if (!isNew)
        {
            return;
        }

        if (_moments is [_, .., var same] && same.At == now)
        {
            _moments.RemoveAt(_moments.Count - 1);   // several turns at one time are one moment, the beginning excepted
        }

        _moments.Add(new Instant(now, left, right));
    }

    private void MarkDropped(TimeSpan now)
    {
        var drops = right.Count(Counter.HalfOpenLimitDrops);
        if (drops > _drops)
        {
            _drops = drops;
            _flights.FindLast(flight => flight.Arrived == now)?.WasDropped = true;
        }
    }

    /// <summary>One end, and its latest connection to a peer that counts.</summary>
    /// <param name="rest">Its state as long as it has none.</param>
    private sealed class Watched(TcpStack stack, TcpState rest, Predicate<FourTuple> counts)
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
}
