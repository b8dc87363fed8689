namespace ActorTcp.Testing;

/// <summary>A script was not followed; the message is the script so far, with an arrow at the line that failed.</summary>
internal sealed class ScriptFailure(string message) : Exception(message);
