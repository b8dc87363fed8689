namespace ActorTcp.Actors;

/// <summary>
/// An actor that changes its behaviour from one message to the next. It begins, and begins again after a restart, with
/// <see cref="Actor{TMessage}.Receive"/>.
/// </summary>
internal abstract class BehaviorActor<TMessage> : Actor<TMessage>, IReceive<TMessage> where TMessage : allows ref struct
{
    /// <summary>Null for the initial behaviour, so that an actor that never changes it never makes a delegate.</summary>
    private Behavior<TMessage>? _behavior;

    void IReceive<TMessage>.Receive(in TMessage message)
    {
        if (_behavior is { } behavior) behavior(in message);
        else Receive(in message);
    }

    internal override void Forget()
    {
        base.Forget();
        Unbecome();
    }

    /// <summary>Handles the messages after this one with another method.</summary>
    protected void Become(Behavior<TMessage> next) => _behavior = next;

    /// <summary>Returns to the initial behaviour.</summary>
    protected void Unbecome() => _behavior = null;
}
