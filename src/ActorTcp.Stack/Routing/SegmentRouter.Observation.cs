using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <content>What those who look on are told.</content>
internal sealed partial class SegmentRouter
{
    private long _connectionsBegun;
    private ConnectionActivities? _activities;

    public Population Population { get; } = new();

    public EndedConnections Ended { get; }

    /// <summary>From the SYN-ACK to the final ACK.</summary>
    public LatencyHistogram Handshakes { get; } = new();

    /// <summary>Null until somebody listens to them.</summary>
    public ConnectionActivities? Activities => _activities ?? (ConnectionActivities.AreWanted ? _activities = new ConnectionActivities(this) : null);

    /// <summary>Null while nobody looks on.</summary>
    public Taps? Taps { get; private set; }

    public void Attach(ITap tap) => (Taps ??= new Taps(this)).Add(tap);

    public void Detach(ITap tap)
    {
        Taps?.Remove(tap);
        Taps = Taps is { IsEmpty: false } ? Taps : null;
    }

    /// <summary>The number of a new connection: no other shard gives the same.</summary>
    public long NextId() => (++_connectionsBegun * _stack.ShardCount) - Shard.Index;

    public void TookHandshake(TimeSpan duration)
    {
        Handshakes.Record(duration);
        _stack.HandshakeDuration?.Record(duration.TotalSeconds, new KeyValuePair<string, object?>("device", Options.Name));
    }

    public bool Owns(in FourTuple tuple) => _stack.OwnerOf(Hash(in tuple)) == this;

    /// <summary>What stands at a four-tuple that is no connection.</summary>
    public TcpState StateOf(in FourTuple tuple) =>
        TimeWaits.Find(in tuple, Hash(in tuple)) >= 0 ? TcpState.TimeWait
        : Listeners.Find(tuple.Local, tuple.LocalPort) is not null ? TcpState.Listen
        : TcpState.Closed;
}
