using System.Text;

namespace ActorTcp.Stack;

/// <summary>The server speaks first, one line, and closes its side; what comes in is forgotten.</summary>
public sealed class Hello(string text) : InlineProtocol
{
    private readonly byte[] _line = Encoding.UTF8.GetBytes(text + "\r\n");

    /// <remarks>A line longer than the send buffer goes out in pieces; where the next begins is the connection's state.</remarks>
    public override void Opened(InlineConnection connection) => Speak(connection, from: 0);

    public override void Writable(InlineConnection connection) => Speak(connection, (int)connection.State!);

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => text.Length;

    /// <summary>The rest of the line is still owed to a peer who has closed.</summary>
    public override void PeerClosed(InlineConnection connection)
    {
        if (connection.State is null)
        {
            connection.Close();
        }
    }

    private void Speak(InlineConnection connection, int from)
    {
        var next = from + connection.Send(_line.AsSpan(from));
        if (next < _line.Length)
        {
            connection.State = next;
            return;
        }

        connection.State = null;
        connection.CloseSend();
    }
}
