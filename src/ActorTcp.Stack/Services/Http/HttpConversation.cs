namespace ActorTcp.Stack;

/// <summary>The requests of one connection, answered in order: the next is read when the answer to the one before has gone out.</summary>
internal sealed class HttpConversation(InlineConnection connection, HttpPages pages)
{
    private readonly HttpRequestReader _reader = new();
    private byte[] _answer = [];
    private int _sent;
    private bool _isLast;
    private bool _isOver;

    private bool IsAnswering => _sent < _answer.Length;

    /// <returns>How many octets were taken; requests behind one whose answer is still going out wait with the peer.</returns>
    public int Read(ReadOnlySpan<byte> text)
    {
        var rest = text;
        while (!rest.IsEmpty && !IsAnswering && !_isLast)
        {
            if (_reader.Read(ref rest) is { } request)
            {
                Answer(request);
            }
        }

        return _isLast ? text.Length : text.Length - rest.Length;
    }

    /// <summary>Sends more of the answer.</summary>
    public void Speak()
    {
        _sent += connection.Send(_answer.AsSpan(_sent));
        if (!IsAnswering && _isLast && !_isOver)
        {
            // This side only: what the peer still sends is forgotten, not reset, so that it can read the answer first (RFC 9112 §9.6).
            _isOver = true;
            connection.CloseSend();
        }
    }

    /// <summary>The peer will ask no more; what it has asked is answered first.</summary>
    public void PeerClosed()
    {
        _isLast = true;
        if (!IsAnswering)
        {
            _isOver = true;
            connection.Close();
        }
    }

    private void Answer(HttpRequest request)
    {
        _answer = pages.Answer(request, connection);
        _sent = 0;
        _isLast = !request.Persists;
        Speak();
    }
}
