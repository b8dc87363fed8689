namespace ActorTcp.Control;

/// <summary>A control socket cannot be had, or what was asked of it not; the message says what to do.</summary>
public sealed class ControlException(string message) : Exception(message);
