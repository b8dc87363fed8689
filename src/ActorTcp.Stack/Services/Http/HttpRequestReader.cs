using System.Buffers;

namespace ActorTcp.Stack;

/// <summary>RFC 9112 §2.2: finds the heads of requests in text that arrives in any pieces, and keeps what is incomplete.</summary>
internal sealed class HttpRequestReader
{
    /// <summary>Octets of a head, its empty line included.</summary>
    public const int Limit = 8192;

    private readonly ArrayBufferWriter<byte> _kept = new();
    private int _lineLength;
    private bool _hasLine;

    /// <param name="text">What has arrived; advanced past the head, or past all of it when the head goes on.</param>
    /// <returns>Null while the head is incomplete.</returns>
    public HttpRequest? Read(ref ReadOnlySpan<byte> text)
    {
        var room = text[..Math.Min(text.Length, Limit - _kept.WrittenCount)];
        var isComplete = TryFindEnd(room, out var length);
        var head = room[..length];
        text = text[length..];
        if (!isComplete)
        {
            _kept.Write(head);
            return _kept.WrittenCount == Limit ? HttpRequest.Refused(HttpStatus.RequestHeaderFieldsTooLarge) : null;
        }

        if (_kept.WrittenCount == 0)
        {
            return HttpHead.Parse(head);
        }

        _kept.Write(head);
        var request = HttpHead.Parse(_kept.WrittenSpan);
        _kept.ResetWrittenCount();
        return request;
    }

    /// <summary>A head ends with its first empty line; empty lines before it are ignored, and LF alone ends a line too.</summary>
    private bool TryFindEnd(ReadOnlySpan<byte> text, out int length)
    {
        for (length = 0; length < text.Length;)
        {
            var octet = text[length++];
            if (octet != '\n')
            {
                _lineLength += octet == '\r' ? 0 : 1;
                continue;
            }

            var isEnd = _hasLine && _lineLength == 0;
            _hasLine = !isEnd && (_hasLine || _lineLength > 0);
            _lineLength = 0;
            if (isEnd)
            {
                return true;
            }
        }

        return false;
    }
}
