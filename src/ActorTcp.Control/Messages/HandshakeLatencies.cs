namespace ActorTcp.Control;

/// <summary>From SYN-ACK to final ACK: how long the median, 90 and 99 of 100, and the longest took.</summary>
internal sealed record HandshakeLatencies(long Count, TimeSpan P50, TimeSpan P90, TimeSpan P99, TimeSpan Max);
