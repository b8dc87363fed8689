namespace ActorTcp.Lab;

/// <summary>A flood was to begin where it could reach somebody.</summary>
/// <param name="identity">The network namespace in which it was to begin.</param>
internal sealed class FloodRefusedException(string identity)
    : Exception($"the flood generator runs only in network namespaces that the laboratory has made for it; {identity} is none.");
