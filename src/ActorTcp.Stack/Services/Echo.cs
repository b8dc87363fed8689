namespace ActorTcp.Stack;

/// <summary>RFC 862: what comes in goes out. Text for which there is no room stays with the peer: the window closes.</summary>
public sealed class Echo : InlineProtocol
{
    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => connection.Send(text);
}
