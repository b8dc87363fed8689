using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>A service that can be put on a port.</summary>
/// <param name="TakesText">Whether the user gives it a text.</param>
/// <param name="Start">Makes the protocol that serves all connections of the port; the string is the user's text.</param>
/// <param name="Nagle">Whether a last small segment may wait for the acknowledgment of those before: it costs 40 ms at the end of an answer, and saves nothing where the service hands over whole ones.</param>
internal sealed record ServiceKind(string Name, bool TakesText, Func<TcpStack, string, InlineProtocol> Start, bool Nagle = true);
