namespace ActorTcp.Stack;

/// <summary>The connections of one shard that ended last. Those that never opened have their own half, or a flood would overwrite everything else.</summary>
/// <param name="capacity">Kept at most, of each kind.</param>
internal sealed class EndedConnections(int capacity)
{
    private readonly EndedConnection[] _opened = new EndedConnection[capacity];
    private readonly EndedConnection[] _attempted = new EndedConnection[capacity];
    private long _openedTotal;
    private long _attemptedTotal;

    public void Add(in EndedConnection connection)
    {
        if (capacity == 0)
        {
            return;
        }

        if (connection.WasOpened)
        {
            _opened[_openedTotal++ % capacity] = connection;
        }
        else
        {
            _attempted[_attemptedTotal++ % capacity] = connection;
        }
    }

    /// <summary>A copy, in no order.</summary>
    public IEnumerable<EndedConnection> ToArray() =>
        [.. _opened.AsSpan(0, (int)Math.Min(_openedTotal, capacity)), .. _attempted.AsSpan(0, (int)Math.Min(_attemptedTotal, capacity))];
}
