namespace ActorTcp.Actors;

/// <summary>The life of an actor, in order; only a restart goes back.</summary>
internal enum Life : byte
{
    /// <summary>Made, not yet spawned.</summary>
    Unborn,
    Alive,

    /// <summary>Between the two restart hooks: a failure now stops the actor, so that a restart cannot repeat for ever.</summary>
    Restarting,

    /// <summary>Stopped by a call, not yet buried: messages are dead letters already.</summary>
    Stopping,
    Dead,
}
