namespace ActorTcp.Stack;

/// <summary>Accepts and closes at once: a target for measuring how fast connections are made.</summary>
public sealed class Close : InlineProtocol
{
    public override void Opened(InlineConnection connection) => connection.CloseSend();

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => text.Length;
}
