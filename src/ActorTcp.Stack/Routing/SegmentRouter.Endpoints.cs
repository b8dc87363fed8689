namespace ActorTcp.Stack;

/// <content>Listeners come and go.</content>
internal sealed partial class SegmentRouter
{
    public void Adopt(ListenerActor listener)
    {
        Spawn(listener);
        foreach (var prefix in listener.Endpoint.Options.Prefixes)
        {
            Listeners.Add(Prefix.From(prefix), listener.Endpoint.Options.Port, listener);
        }
    }

    /// <summary>Half-open connections of the listener are dropped; established ones go on under their parent.</summary>
    public void Forget(TcpListener endpoint)
    {
        foreach (var listener in endpoint.Actors)
        {
            if (listener.Shard == Shard)
            {
                Listeners.Remove(listener);
            }
        }

        foreach (var connection in Flows.ToArray())
        {
            if (connection.IsHalfOpenOf(endpoint))
            {
                Shard.Deliver(connection, ConnectionCommand.Abort);
            }
        }
    }

    public void AbortAll()
    {
        foreach (var connection in Flows.ToArray())
        {
            Shard.Deliver(connection, ConnectionCommand.Abort);
        }
    }
}
