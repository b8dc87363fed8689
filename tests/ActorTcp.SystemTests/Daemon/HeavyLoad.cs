namespace ActorTcp.SystemTests;

/// <summary>Tests that keep the whole machine busy: one after the other, when all others have ended.</summary>
[CollectionDefinition(nameof(HeavyLoad), DisableParallelization = true)]
public sealed class HeavyLoad;
