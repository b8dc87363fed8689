namespace ActorTcp.Actors;

/// <summary>A message from another thread, on its way through the <see cref="Inbox"/>.</summary>
internal abstract class Parcel
{
    public Parcel? Next { get; set; }

    /// <summary>Hands the message to its actor, on the shard's thread.</summary>
    public abstract void Open(Shard shard);
}
