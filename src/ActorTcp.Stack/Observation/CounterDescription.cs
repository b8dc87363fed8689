namespace ActorTcp.Stack;

/// <summary>What a counter is called and means.</summary>
/// <param name="LinuxName">What <c>nstat</c> calls the same thing; null where Linux does not count it.</param>
internal sealed record CounterDescription(Counter Counter, string Name, string? LinuxName, string Meaning);
