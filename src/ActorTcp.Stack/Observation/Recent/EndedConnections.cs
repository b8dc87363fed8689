namespace ActorTcp.Stack;

/// <summary>The connections of one shard that ended last. Those that never opened have their own half, or a flood would overwrite everything else.</summary>
/// <param name="capacity">Kept at most, of each kind.</param>
internal sealed class EndedConnections(int capacity)
{
    private const int MostSpare = 1024;

    private readonly EndedConnection[] _opened = new EndedConnection[capacity];
    private readonly EndedConnection[] _attempted = new EndedConnection[capacity];
    private readonly Stack<ConnectionHistory> _spare = new();
    private long _openedTotal;
    private long _attemptedTotal;

    /// <summary>An empty history: that of a connection that is kept here no longer, if there is one.</summary>
    public ConnectionHistory HistoryFor(long connection)
    {
        if (!_spare.TryPop(out var history))
        {
            return new ConnectionHistory(connection);
        }

        history.BeginAnew(connection);
        return history;
    }

    public void Add(in EndedConnection connection)
    {
        if (capacity == 0)
        {
            Spare(connection.History);
            return;
        }

        ref var place = ref connection.WasOpened ? ref _opened[_openedTotal++ % capacity] : ref _attempted[_attemptedTotal++ % capacity];
        Spare(place.History);
        place = connection;
    }

    /// <summary>A copy, in no order.</summary>
    /// <remarks>Its histories are read in the same turn of the shard: later they may be those of other connections.</remarks>
    public IEnumerable<EndedConnection> ToArray() =>
        [.. _opened.AsSpan(0, (int)Math.Min(_openedTotal, capacity)), .. _attempted.AsSpan(0, (int)Math.Min(_attemptedTotal, capacity))];

    private void Spare(ConnectionHistory? history)
    {
        if (history is not null && _spare.Count < MostSpare)
        {
            _spare.Push(history);
        }
    }
}
