namespace ActorTcp.Actors;

/// <summary>For a shard that is gone round by <see cref="Shard.RunOnce"/> and so never parks.</summary>
internal sealed class NoParking : IParking
{
    public static readonly NoParking Instance = new();

    private NoParking()
    {
    }

    public void Park(TimeSpan timeout)
    {
    }

    public void Wake()
    {
    }
}
