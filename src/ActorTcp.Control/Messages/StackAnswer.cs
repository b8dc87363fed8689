using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>How the stack stands.</summary>
internal sealed record StackAnswer(StackReading Stack, HandshakeLatencies Handshakes)
{
    public static StackAnswer Of(StackReading reading) => new(reading, new HandshakeLatencies(
        reading.HandshakesTimed,
        reading.HandshakeLatency(50),
        reading.HandshakeLatency(90),
        reading.HandshakeLatency(99),
        reading.HandshakeLatency(100)));
}
