using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>Takes down what happens on a <see cref="VirtualLink"/>.</summary>
/// <param name="left">The end whose connection to the server is watched.</param>
/// <param name="right">The server.</param>
internal sealed class Recorder(TcpStack left, TcpStack right)
{
    private readonly List<Flight> _flights = [];
    private readonly List<Instant> _instants = [];
    private readonly WatchedEnd _left = new(left, TcpState.Closed, _ => true);
    private readonly WatchedEnd _right = new(right, TcpState.Listen, tuple => tuple.Remote.ToIPAddress().Equals(Sockets.Client));
    private long _drops;

    /// <summary>What has happened so far.</summary>
    public Recording Recording => new([.. _flights], [.. _instants]);

    /// <param name="arrival">Null for one that is lost.</param>
    public void Depart(ReadOnlySpan<byte> octets, bool toRight, TimeSpan now, TimeSpan? arrival) =>
        _flights.Add(new Flight(octets) { ToRight = toRight, Departed = now, Arrived = arrival });

    /// <summary>Takes down how things are, if anything has happened since the last time.</summary>
    public void Look(TimeSpan now)
    {
        MarkDropped(now);
        var (left, right) = (_left.Read(), _right.Read());
        var isNew = _instants is not [.., var last] || last.Left != left || last.Right != right
            || (last.At < now && _flights.Exists(flight => flight.Departed == now || flight.Arrived == now));
        if (!isNew)
        {
            return;
        }

        if (_instants is [_, .., var same] && same.At == now)
        {
            _instants.RemoveAt(_instants.Count - 1);   // several turns at one time are one instant, the beginning excepted
        }

        _instants.Add(new Instant(now, left, right));
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
}
