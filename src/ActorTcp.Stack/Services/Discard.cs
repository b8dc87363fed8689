namespace ActorTcp.Stack;

/// <summary>RFC 863: what comes in is forgotten.</summary>
public sealed class Discard : InlineProtocol
{
    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => text.Length;
}
