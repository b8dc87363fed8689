namespace ActorTcp.Packetdrill;

/// <summary>What came of a script.</summary>
internal enum Outcome
{
    Passed,
    Failed,

    /// <summary>It asks for something that this stack, this shim or this packetdrill does not offer.</summary>
    NotApplicable,
}
