namespace ActorTcp.Actors;

internal sealed class Mailbox<TMessage> : Mailbox
{
    private readonly Queue<(Actor Actor, TMessage Message)> _waiting = new();

    public void Add(Actor actor, in TMessage message) => _waiting.Enqueue((actor, message));

    public override void RunNext(Shard shard)
    {
        (Actor actor, TMessage message) = _waiting.Dequeue();
        shard.Dispatch(actor, in message);
    }
}
