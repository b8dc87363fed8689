namespace ActorTcp.Cli;

/// <summary>Somebody typed what cannot be. The message says where, what, and what would be valid.</summary>
internal sealed class BadInputException(string message) : Exception(message);
