namespace ActorTcp.Actors;

/// <summary>An actor with one message type; more can be added by <see cref="IReceive{TMessage}"/>.</summary>
internal abstract class Actor<TMessage> : Actor, IReceive<TMessage> where TMessage : allows ref struct
{
    void IReceive<TMessage>.Receive(in TMessage message) => Receive(in message);

    /// <summary>Handles one message to the end; an exception goes to the parent.</summary>
    protected abstract void Receive(in TMessage message);
}
