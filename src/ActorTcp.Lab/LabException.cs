namespace ActorTcp.Lab;

/// <summary>An experiment that cannot be run as it is written, or not on this machine. The message says where, what, and what would be valid.</summary>
internal sealed class LabException(string message) : Exception(message);
