namespace ActorTcp.Reports;

/// <summary>One line about the machine: <c>Kernel</c>, <c>Linux 6.12.0</c>.</summary>
public sealed record MachineFact(string Name, string Value);
