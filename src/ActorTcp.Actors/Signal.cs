namespace ActorTcp.Actors;

/// <summary>
/// What the runtime itself says to an actor: every hook runs as a message, under the same supervision. It is about the dead actor of
/// <see cref="SignalKind.Terminated"/>, about the failure of <see cref="SignalKind.PreRestart"/>, otherwise about nothing.
/// </summary>
internal readonly record struct Signal(SignalKind Kind, object? About = null);
