namespace ActorTcp.Stack;

/// <summary>HTTP/1.1 (RFC 9112) with a few pages: <c>/</c> shows the very connection that fetched it.</summary>
/// <param name="stack">Whose counters are shown.</param>
public sealed class Http(TcpStack stack) : InlineProtocol
{
    private readonly HttpPages _pages = new(stack);

    public override void Opened(InlineConnection connection) => connection.State = new HttpConversation(connection, _pages);

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => Of(connection).Read(text);

    public override void Writable(InlineConnection connection) => Of(connection).Speak();

    public override void PeerClosed(InlineConnection connection) => Of(connection).PeerClosed();

    private static HttpConversation Of(InlineConnection connection) => (HttpConversation)connection.State!;
}
