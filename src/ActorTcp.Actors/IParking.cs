namespace ActorTcp.Actors;

/// <summary>Where a shard's thread waits when there is nothing to do: <c>poll</c> and an eventfd on Linux, nothing at all on a virtual clock.</summary>
public interface IParking
{
    /// <summary>Waits until <see cref="Wake"/> is called, one of the shard's event sources has something, or <paramref name="timeout"/> has passed.</summary>
    /// <param name="timeout">Non-negative, or <see cref="Timeout.InfiniteTimeSpan"/>.</param>
    void Park(TimeSpan timeout);

    /// <summary>Ends the current or the next <see cref="Park"/>; callable from any thread, never blocks.</summary>
    void Wake();
}
