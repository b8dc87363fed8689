using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <content>Listeners and connections come and go.</content>
internal sealed partial class SegmentRouter
{
    private TaskCompletionSource? _whenEmpty;

    public void Adopt(ListenerActor listener)
    {
        Spawn(listener);
        Population.Took(TcpState.Closed, Cause.PassiveOpen, TcpState.Listen);
        foreach (var prefix in listener.Endpoint.Options.Prefixes)
        {
            Listeners.Add(Prefix.From(prefix), listener.Endpoint.Options.Port, listener);
        }
    }

    /// <summary>Half-open connections of the listener are dropped, and nobody hears of it: in a flood, resets would go to as many who never asked; established ones go on under their parent.</summary>
    public void Forget(TcpListener endpoint)
    {
        var listener = endpoint.Actors[Shard.Index];
        Listeners.Remove(listener);
        Population.Took(TcpState.Listen, Cause.Close, TcpState.Closed);
        foreach (var connection in Flows.ToArray())
        {
            if (connection.IsHalfOpenOf(endpoint))
            {
                Shard.Deliver(connection, ConnectionCommand.Recycle);
            }
        }

        listener.Retire();
    }

    /// <summary>A connection is no more, or in TIME-WAIT.</summary>
    public void Leaves(ConnectionActor connection, uint hash)
    {
        Flows.Remove(connection, hash);
        if (Flows.Count == 0)
        {
            _whenEmpty?.TrySetResult();
        }
    }

    /// <summary>Completes when the last connection has left; to be called on the shard's thread. Where no shard has one, whoever drives them goes on with what waited.</summary>
    public Task WhenEmpty()
    {
        _whenEmpty = new TaskCompletionSource(_stack.HasThreads ? TaskCreationOptions.RunContinuationsAsynchronously : TaskCreationOptions.None);
        if (Flows.Count == 0)
        {
            _whenEmpty.SetResult();
        }

        return _whenEmpty.Task;
    }

    /// <summary>Runs an action on this shard's thread.</summary>
    public Task RunAsync(Action action) => _stack.OnShard(this, _ => action());

    /// <summary>Connections that still live are reset; then every actor of the shard ends.</summary>
    public void End()
    {
        foreach (var connection in Flows.ToArray())
        {
            Shard.Deliver(connection, ConnectionCommand.Abort);
        }

        Shard.Terminate();
    }
}
