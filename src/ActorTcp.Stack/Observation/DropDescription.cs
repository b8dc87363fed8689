using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <inheritdoc cref="CounterDescription"/>
internal sealed record DropDescription(DropReason Reason, string Name, string? LinuxName, string Meaning);
