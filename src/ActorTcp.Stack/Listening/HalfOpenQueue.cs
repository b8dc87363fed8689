namespace ActorTcp.Stack;

/// <summary>RFC 4987 §3.4: the half-open connections of a listener, to find the oldest. Those that have moved on are passed over, and thrown out when they are the majority.</summary>
internal sealed class HalfOpenQueue
{
    private const int Slack = 64;
    private Queue<ConnectionActor> _connections = new();

    /// <param name="halfOpen">How many are half-open at most, this one included.</param>
    public void Add(ConnectionActor connection, int halfOpen)
    {
        _connections.Enqueue(connection);
        if (_connections.Count > (2 * halfOpen) + Slack)
        {
            Fill(_connections.Where(each => each.IsHalfOpen));
        }
    }

    /// <summary>Takes these in the place of all that there were.</summary>
    public void Fill(IEnumerable<ConnectionActor> connections) => _connections = new Queue<ConnectionActor>(connections);

    public ConnectionActor? TakeOldest()
    {
        while (_connections.TryDequeue(out var connection))
        {
            if (connection.IsHalfOpen)
            {
                return connection;
            }
        }

        return null;
    }
}
