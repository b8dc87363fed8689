using ActorTcp.Stack;

namespace ActorTcp.Testing;

/// <summary>An application that sends so many octets of the <see cref="Pattern"/>, closes, and checks that the peer sends what it should.</summary>
internal sealed class Talker(long sends, long expects) : InlineProtocol
{
    private readonly Dictionary<ConnectionEnd, int> _ends = [];

    public int Opens { get; private set; }

    /// <summary>Connections that are over.</summary>
    public int Ends { get; private set; }

    /// <summary>Octets received on all connections.</summary>
    public long Octets { get; private set; }

    /// <summary>What went wrong; empty when every stream arrived whole.</summary>
    public List<string> Faults { get; } = [];

    /// <summary>Whether it closes when all is sent; otherwise when the peer has closed.</summary>
    public bool ClosesFirst { get; init; } = true;

    public int EndsBy(ConnectionEnd end) => _ends.GetValueOrDefault(end);

    public override void Opened(InlineConnection connection)
    {
        Opens++;
        Proceed(connection);
    }

    public override void Writable(InlineConnection connection) => Proceed(connection);

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text)
    {
        var talk = Of(connection);
        if (!Pattern.IsAt(talk.Received, text))
        {
            Faults.Add($"{connection.RemoteEndPoint}: {text.Length} wrong octets at {talk.Received}");
        }

        talk.Received += text.Length;
        Octets += text.Length;
        return text.Length;
    }

    public override void PeerClosed(InlineConnection connection)
    {
        Of(connection).HasClosed = true;
        Proceed(connection);
    }

    public override void Ended(InlineConnection connection, ConnectionEnd end)
    {
        Ends++;
        _ends[end] = EndsBy(end) + 1;
        var talk = Of(connection);
        if (end == ConnectionEnd.Closed && (talk.Sent, talk.Received, talk.HasClosed) != (sends, expects, true))
        {
            Faults.Add($"{connection.RemoteEndPoint}: ended with {talk.Sent} of {sends} sent and {talk.Received} of {expects} received");
        }
    }

    private void Proceed(InlineConnection connection)
    {
        var talk = Of(connection);
        while (talk.Sent < sends)
        {
            var taken = connection.Send(Pattern.At(talk.Sent, sends - talk.Sent));
            if (taken == 0)
            {
                return;
            }

            talk.Sent += taken;
        }

        if (ClosesFirst || talk.HasClosed)
        {
            connection.CloseSend();
        }
    }

    private static Talk Of(InlineConnection connection)
    {
        if (connection.State is not Talk talk)
        {
            connection.State = talk = new Talk();
        }

        return talk;
    }
}
