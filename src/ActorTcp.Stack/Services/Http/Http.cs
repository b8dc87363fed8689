namespace ActorTcp.Stack;

/// <summary>Placeholder.</summary>
public sealed class Http(TcpStack stack) : InlineProtocol
{
    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text)
    {
        _ = stack;
        connection.Send("HTTP/1.1 200 OK\r\nContent-Length: 3\r\nConnection: close\r\n\r\nOK\n"u8);
        connection.CloseSend();
        return text.Length;
    }
}
