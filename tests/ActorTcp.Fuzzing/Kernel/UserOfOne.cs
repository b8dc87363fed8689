using ActorTcp.Stack;

namespace ActorTcp.Fuzzing;

/// <summary>A user who does what the sequence says and nothing of its own accord.</summary>
internal sealed class UserOfOne : InlineProtocol
{
    private static readonly byte[] Text = new byte[4096];
    private InlineConnection? _connection;
    private CallStep? _call;
    private bool _isOpen;

    public void Forget() => _connection = null;

    public void Call(CallStep call)
    {
        _call = call;
        _connection?.Notify();
    }

    /// <summary>The call has been carried out.</summary>
    public void Rest() => _call = null;

    /// <summary>Who opens actively has the connection from the beginning, as one has a socket that is connecting.</summary>
    internal override void Begun(InlineConnection connection)
    {
        _isOpen = false;
        _connection = connection.Actor.Parent is ListenerActor ? _connection : connection;
    }

    public override void Opened(InlineConnection connection)
    {
        _isOpen = true;
        _connection = connection;
    }

    public override int Received(InlineConnection connection, ReadOnlySpan<byte> text) => _call?.Call == UserCall.Receive ? text.Length : 0;

    public override void PeerClosed(InlineConnection connection)
    {
    }

    public override void Notified(InlineConnection connection)
    {
        switch (_call?.Call)
        {
            case UserCall.Send when _isOpen:
                connection.Send(Text.AsSpan(0, _call.Octets));
                break;
            case UserCall.CloseSend:
                connection.CloseSend();
                break;
            case UserCall.Close:
                connection.Close();
                Forget();
                break;
            case UserCall.Abort:
                connection.Abort();
                Forget();
                break;
        }
    }

    public override void Ended(InlineConnection connection, ConnectionEnd end) => _connection = _connection == connection ? null : _connection;
}
