using System.Buffers;
using System.Text;

namespace ActorTcp.Stack;

/// <summary>RFC 9112 §3 and §5: a request line and field lines. What is malformed is refused, never guessed at.</summary>
internal static class HttpHead
{
    /// <summary>RFC 9110 §5.6.2: tchar.</summary>
    private static readonly SearchValues<byte> TokenOctets =
        SearchValues.Create("!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"u8);

    /// <param name="head">Complete, with the empty line at its end.</param>
    public static HttpRequest Parse(ReadOnlySpan<byte> head)
    {
        var line = NextLine(ref head);
        while (line.IsEmpty)
        {
            line = NextLine(ref head);
        }

        if (!TryParseRequestLine(line, out var method, out var target, out var version))
        {
            return HttpRequest.Refused(HttpStatus.BadRequest);
        }

        if (version[0] != '1')
        {
            return HttpRequest.Refused(HttpStatus.HttpVersionNotSupported);
        }

        var fields = new HttpFields();
        for (line = NextLine(ref head); !line.IsEmpty; line = NextLine(ref head))
        {
            if (!TryParseField(line, out var name, out var value) || !fields.Add(name, value))
            {
                return HttpRequest.Refused(HttpStatus.BadRequest);
            }
        }

        var isCurrent = version[2] != '0';
        return isCurrent && fields.Hosts != 1 ? HttpRequest.Refused(HttpStatus.BadRequest)
            : fields.IsChunked ? HttpRequest.Refused(HttpStatus.LengthRequired)
            : new HttpRequest(
                method.SequenceEqual("GET"u8) || method.SequenceEqual("HEAD"u8) ? HttpStatus.Ok : HttpStatus.MethodNotAllowed,
                method.SequenceEqual("HEAD"u8),
                PathOf(Encoding.ASCII.GetString(target)),
                (isCurrent || fields.KeepAlive) && !fields.Close && !fields.HasContent);
    }

    private static ReadOnlySpan<byte> NextLine(ref ReadOnlySpan<byte> head)
    {
        var end = head.IndexOf((byte)'\n');
        var line = head[..Math.Max(end, 0)];
        head = head[(end + 1)..];
        return line is [.. var before, (byte)'\r'] ? before : line;
    }

    private static bool TryParseRequestLine(
        ReadOnlySpan<byte> line, out ReadOnlySpan<byte> method, out ReadOnlySpan<byte> target, out ReadOnlySpan<byte> version)
    {
        var (first, last) = (line.IndexOf((byte)' '), line.LastIndexOf((byte)' '));
        method = line[..Math.Max(first, 0)];
        target = first < last ? line[(first + 1)..last] : default;
        version = line[(last + 1)..] is [(byte)'H', (byte)'T', (byte)'T', (byte)'P', (byte)'/', .. var number] ? number : default;
        return IsToken(method)
            && target.Length > 0 && !target.ContainsAnyExceptInRange((byte)'!', (byte)'~')
            && version is [>= (byte)'0' and <= (byte)'9', (byte)'.', >= (byte)'0' and <= (byte)'9'];
    }

    /// <summary>No space before the colon (§5.1), no line that continues the one before (§5.2), no control in the value (RFC 9110 §5.5).</summary>
    private static bool TryParseField(ReadOnlySpan<byte> line, out ReadOnlySpan<byte> name, out ReadOnlySpan<byte> value)
    {
        var colon = line.IndexOf((byte)':');
        name = line[..Math.Max(colon, 0)];
        value = line[(colon + 1)..].Trim(" \t"u8);
        return IsToken(name) && value.IndexOfAny((byte)'\r', (byte)'\0') < 0;
    }

    private static bool IsToken(ReadOnlySpan<byte> octets) => octets.Length > 0 && !octets.ContainsAnyExcept(TokenOctets);

    /// <summary>§3.2.2: a server accepts the absolute form too.</summary>
    private static string PathOf(string target)
    {
        const string Scheme = "http://";
        if (target.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase))
        {
            var slash = target.IndexOf('/', Scheme.Length);
            target = slash < 0 ? "/" : target[slash..];
        }

        return target.Split('?')[0];
    }
}
