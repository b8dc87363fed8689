using System.Text;
using ActorTcp.Stack;

namespace ActorTcp.Tests.Stack;

/// <summary>A client that says something, in pieces, and remembers what it hears.</summary>
/// <param name="words">Sent one after the other, each when the one before has gone out.</param>
internal sealed class Caller(params string[] words) : InlineProtocol
{
    private readonly MemoryStream _heard = new();
    private int _next;

    /// <summary>Whether it closes its side once it has said everything.</summary>
    public bool HangsUp { get; init; }

    /// <summary>Octets that it reads before it stops reading.</summary>
    public long Patience { get; init; } = long.MaxValue;

    public string Heard => Encoding.UTF8.GetString(_heard.ToArray());

    public byte[] HeardOctets => _heard.ToArray();

    public bool PeerHasClosed { get; private set; }

    public ConnectionEnd? End { get; private set; }

    public InlineConnection Connection { get; private set; }

    public override void Opened(InlineConnection connection)
    {
        Connection = connection;
        Speak(connection);
    }

    /// <summary>Says the next piece; a test calls <see cref="InlineConnection.Notify"/> for it.</summary>
    public override void Notified(InlineConnection connection) => Speak(connection);

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text)
    {
        var taken = (int)Math.Min(text.Length, Patience - _heard.Length);
        _heard.Write(text[..taken]);
        return taken;
    }

    public override void PeerClosed(InlineConnection connection)
    {
        PeerHasClosed = true;
        base.PeerClosed(connection);
    }

    public override void Ended(InlineConnection connection, ConnectionEnd end) => End = end;

    private void Speak(InlineConnection connection)
    {
        if (_next < words.Length)
        {
            var octets = Encoding.Latin1.GetBytes(words[_next++]);
            Assert.Equal(octets.Length, connection.Send(octets));
        }

        if (_next < words.Length)
        {
            connection.Notify();
        }
        else if (HangsUp)
        {
            connection.CloseSend();
        }
    }
}
