namespace ActorTcp.Stack;

/// <summary>An application that runs on the shard's thread: a span in, a span out. One instance may serve any number of connections.</summary>
/// <remarks>It must not block, and what it throws resets this one connection.</remarks>
public abstract class InlineProtocol
{
    /// <summary>There is something to be opened: what was asked of it meanwhile can be told now.</summary>
    internal virtual void Begun(InlineConnection connection)
    {
    }

    /// <summary>The connection is established; a server may speak first.</summary>
    public virtual void Opened(InlineConnection connection)
    {
    }

    /// <summary>Text has arrived, in order.</summary>
    /// <param name="text">Valid during this call only.</param>
    /// <returns>How many octets were taken. The rest is kept and offered again with the next text, at the peer's FIN (<see cref="InlineConnection.PeerHasClosed"/>), after <see cref="Writable"/>, or when <see cref="InlineConnection.Notify"/> asks; until then the window closes.</returns>
    public abstract int Received(InlineConnection connection, ReadOnlySpan<byte> text);

    /// <summary>The peer has closed its side, and all of its text was taken. By default this side closes too.</summary>
    public virtual void PeerClosed(InlineConnection connection) => connection.Close();

    /// <summary>After a <see cref="InlineConnection.Send"/> that could not take all, there is room again.</summary>
    public virtual void Writable(InlineConnection connection)
    {
    }

    /// <summary>Somebody called <see cref="InlineConnection.Notify"/>, perhaps on another thread.</summary>
    public virtual void Notified(InlineConnection connection)
    {
    }

    /// <summary>The connection is over; nothing follows.</summary>
    public virtual void Ended(InlineConnection connection, ConnectionEnd end)
    {
    }
}
