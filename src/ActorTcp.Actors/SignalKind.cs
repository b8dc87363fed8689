namespace ActorTcp.Actors;

/// <summary>The hooks of an <see cref="Actor"/>.</summary>
internal enum SignalKind
{
    PreStart,
    PostStop,
    PreRestart,
    PostRestart,
    Terminated,
    Wake,
}
