namespace ActorTcp.Actors;

internal sealed class Parcel<TMessage>(Actor actor, in TMessage message) : Parcel
{
    private readonly TMessage _message = message;

    public override void Open(Shard shard) => shard.Dispatch(actor, in _message);
}
