namespace ActorTcp.Actors;

/// <summary>Something a shard asks for events on every round of its loop, such as a packet device.</summary>
public interface IEventSource
{
    /// <summary>Handles what has arrived, up to a batch, on the shard's thread.</summary>
    /// <returns>Whether anything was handled: then the shard goes round again before it parks.</returns>
    bool Poll();

    /// <summary>Lets go what was held back for the sake of batches: a round is over, or a delivery from outside the loop.</summary>
    void Flush()
    {
    }
}
