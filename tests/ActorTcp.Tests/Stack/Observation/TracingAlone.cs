namespace ActorTcp.Tests.Stack;

/// <summary>Runs when no other test does.</summary>
[CollectionDefinition(nameof(ConnectionsAsActivities), DisableParallelization = true)]
public sealed class TracingAlone;
