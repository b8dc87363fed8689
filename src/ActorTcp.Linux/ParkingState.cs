namespace ActorTcp.Linux;

/// <summary>What the owner of a <see cref="PollParking"/> is doing, as far as whoever wakes it must know.</summary>
internal enum ParkingState
{
    /// <summary>It works, and will ask for what is there before it parks: a wake need only be remembered.</summary>
    Running,

    /// <summary>It waits in the kernel, where only the eventfd reaches it.</summary>
    Parked,

    /// <summary>Somebody has woken it since it last worked.</summary>
    Woken,
}
