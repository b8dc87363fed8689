namespace ActorTcp.Actors;

/// <summary>
/// An address to which messages of one type can be told from any thread, for as long as anyone likes: after the actor's death they are dead letters.
/// </summary>
internal readonly record struct ActorRef<TMessage>
{
    private readonly Actor _actor;

    private ActorRef(Actor actor) => _actor = actor;

    /// <summary>The reference to a spawned actor.</summary>
    public static ActorRef<TMessage> To<TActor>(TActor actor) where TActor : Actor, IReceive<TMessage> => new(actor);

    /// <summary>
    /// Puts the message behind all that its shard has to do; never runs the actor at once. Messages of one sender arrive in their order. Allocates
    /// nothing on the actor's shard, one small object from elsewhere.
    /// </summary>
    public void Tell(in TMessage message)
    {
        Shard shard = _actor.Shard;
        if (shard.IsCurrent) shard.Queue.Add(_actor, in message);
        else shard.Receive(new Parcel<TMessage>(_actor, in message));
    }
}
