namespace ActorTcp.Actors;

/// <summary>A parent's answer to the failure of its child.</summary>
internal enum Directive
{
    /// <summary>The child goes on as if nothing had happened.</summary>
    Resume,

    /// <summary>The child starts afresh under the same identity: its children are stopped, its alarm and its behaviour forgotten.</summary>
    Restart,

    /// <summary>The child is stopped.</summary>
    Stop,

    /// <summary>The failure becomes the parent's own and goes to the grandparent.</summary>
    Escalate,
}
