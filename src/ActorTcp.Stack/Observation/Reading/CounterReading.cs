namespace ActorTcp.Stack;

/// <summary>A counter, summed over the shards.</summary>
/// <param name="Name">As every output of the stack has it, such as <c>syns_in</c>.</param>
/// <param name="LinuxName">What <c>nstat</c> calls the same thing; null where Linux does not count it.</param>
public sealed record CounterReading(string Name, string? LinuxName, string Meaning, long Count);
