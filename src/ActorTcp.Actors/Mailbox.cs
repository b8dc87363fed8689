namespace ActorTcp.Actors;

/// <summary>The messages of one type that wait on one shard.</summary>
internal abstract class Mailbox
{
    /// <summary>Hands the oldest message to its actor.</summary>
    public abstract void RunNext(Shard shard);
}
