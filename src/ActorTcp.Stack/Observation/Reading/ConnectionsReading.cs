namespace ActorTcp.Stack;

/// <summary>Connections that were asked for.</summary>
/// <param name="LeftOut">How many more there would have been.</param>
public sealed record ConnectionsReading(IReadOnlyList<ConnectionReading> Connections, long LeftOut);
