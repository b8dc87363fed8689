namespace ActorTcp.Stack;

/// <summary>What becomes of a SYN about which a gate was asked.</summary>
public sealed class GateAnswer
{
    private readonly Action<ConnectionEnd>? _failed;

    private GateAnswer(Action<TcpConnection>? opened = null, Action<ConnectionEnd>? failed = null) =>
        (Opened, _failed) = (opened, failed);

    /// <summary>A reset, as if nobody listened there.</summary>
    public static GateAnswer Refuse { get; } = new();

    /// <summary>Silence; the peer's next SYN asks again.</summary>
    public static GateAnswer Ignore { get; } = new();

    internal Action<TcpConnection>? Opened { get; }

    /// <summary>The handshake goes on with a SYN-ACK.</summary>
    /// <param name="opened">Given the connection when it is established, on the shard's thread.</param>
    /// <param name="failed">Told when it never is, so that what was prepared for it can be given back.</param>
    public static GateAnswer Open(Action<TcpConnection> opened, Action<ConnectionEnd> failed) => new(opened, failed);

    /// <summary>The application of the connection that is to be opened.</summary>
    internal InlineProtocol ToProtocol() => new PipeProtocol(Opened!, _failed);

    /// <summary>It came too late.</summary>
    internal void Abandon() => _failed?.Invoke(ConnectionEnd.Aborted);
}
