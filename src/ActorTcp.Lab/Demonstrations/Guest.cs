using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>The application on one of our ends: it answers text with the same text, and does not close before it is asked to.</summary>
/// <param name="greeting">What it says of its own accord as soon as the connection is established.</param>
/// <param name="answers">Whether it answers.</param>
internal sealed class Guest(byte[]? greeting = null, bool answers = true) : InlineProtocol
{
    private readonly List<InlineConnection> _connections = new(16);
    private readonly List<InlineConnection> _ended = new(16);

    /// <summary>Connections that have been established.</summary>
    public IReadOnlyList<InlineConnection> Connections => _connections;

    /// <summary>Of the connections that have ended, also of those that never were established, in the order of their ends.</summary>
    public IReadOnlyList<HistoryEntry[]> Histories => _ended.ConvertAll(connection => connection.History);

    public SemaphoreSlim PeerHasClosed { get; } = new(0);

    public SemaphoreSlim HasEnded { get; } = new(0);

    /// <summary>What to do when somebody calls <see cref="InlineConnection.Notify"/>.</summary>
    public Action<InlineConnection> Then { get; set; } = connection => connection.Close();

    public override void Opened(InlineConnection connection)
    {
        _connections.Add(connection);
        connection.Send(greeting);
    }

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => answers ? connection.Send(text) : text.Length;

    public override void PeerClosed(InlineConnection connection) => PeerHasClosed.Release();

    public override void Notified(InlineConnection connection) => Then(connection);

    public override void Ended(InlineConnection connection, ConnectionEnd end)
    {
        _ended.Add(connection);
        HasEnded.Release();
    }
}
