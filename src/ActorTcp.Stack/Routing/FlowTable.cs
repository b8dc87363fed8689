using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Four-tuple → connection.</summary>
internal sealed class FlowTable
{
    private readonly HashTable<ConnectionActor> _connections = new();

    public int Count { get; private set; }

    /// <param name="hash">The keyed hash of the tuple.</param>
    public ConnectionActor? Find(in FourTuple tuple, uint hash)
    {
        foreach (ref readonly var place in _connections.With(hash))
        {
            if (place.Value.Tuple == tuple)
            {
                return place.Value;
            }
        }

        return null;
    }

    /// <summary>What <see cref="Find"/> will give, but for two tuples with the same hash: the connection itself is not looked at.</summary>
    public ConnectionActor? Candidate(uint hash) => _connections.With(hash) is [var place, ..] ? place.Value : null;

    /// <inheritdoc cref="HashTable{TValue}.HomeOf"/>
    public ref readonly HashPlace<ConnectionActor> HomeOf(uint hash) => ref _connections.HomeOf(hash);

    /// <summary>Adds a connection whose tuple is not in the table.</summary>
    public void Add(ConnectionActor connection, uint hash)
    {
        _connections.Add(hash, connection);
        Count++;
    }

    public void Remove(ConnectionActor connection, uint hash) => Count -= _connections.Remove(hash, connection) ? 1 : 0;

    /// <inheritdoc cref="HashTable{TValue}.Look"/>
    public uint? Look(uint from, Action<ConnectionActor> look) => _connections.Look(from, look);

    /// <summary>A copy, for whoever wants to look at or end all of them.</summary>
    public ConnectionActor[] ToArray()
    {
        var connections = new List<ConnectionActor>(Count);
        for (uint? from = 0; from is not null;)
        {
            from = Look(from.Value, connections.Add);
        }

        return [.. connections];
    }
}
