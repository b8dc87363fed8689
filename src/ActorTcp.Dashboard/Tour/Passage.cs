using ActorTcp.Lab;

namespace ActorTcp.Dashboard;

/// <summary>A paragraph of a chapter, and the instants beside which it stands.</summary>
/// <param name="Text">Plain words; `backquotes` set code.</param>
/// <param name="Begins">The first of its instants, of those that come after the passage before; without one it begins with the next instant.</param>
internal sealed record Passage(string Text, Predicate<Instant>? Begins = null);
