namespace ActorTcp.Packetdrill;

/// <param name="Script">Its path within the suite.</param>
/// <param name="Folder">The part of the suite that it counts for.</param>
/// <param name="Reason">Empty when it has passed.</param>
internal sealed record Verdict(string Script, string Folder, Outcome Outcome, string Reason);
