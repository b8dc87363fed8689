using System.Globalization;
using System.Text;

namespace ActorTcp.Stack;

/// <summary>RFC 9112 §4: a status line, fields and the content.</summary>
internal static class HttpAnswer
{
    public static byte[] Write(HttpRequest request, HttpStatus status, HttpContent content, DateTimeOffset now)
    {
        var head = new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"HTTP/1.1 {(int)status} {Reason(status)}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Date: {now:R}\r\n")
            .Append("Server: ActorTcp\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Type: {content.Type}\r\n")
            .Append(CultureInfo.InvariantCulture, $"Content-Length: {content.Octets.Length}\r\n")
            .Append("Cache-Control: no-store\r\n")
            .Append("Content-Security-Policy: default-src 'none'; style-src 'unsafe-inline'\r\n")
            .Append("X-Content-Type-Options: nosniff\r\n")
            .Append(status == HttpStatus.MethodNotAllowed ? "Allow: GET, HEAD\r\n" : "")
            .Append(request.Persists ? "Connection: keep-alive\r\n\r\n" : "Connection: close\r\n\r\n")
            .ToString();
        return [.. Encoding.ASCII.GetBytes(head), .. request.IsHead ? [] : content.Octets];
    }

    public static string Reason(HttpStatus status) => status switch
    {
        HttpStatus.Ok => "OK",
        HttpStatus.BadRequest => "Bad Request",
        HttpStatus.NotFound => "Not Found",
        HttpStatus.MethodNotAllowed => "Method Not Allowed",
        HttpStatus.LengthRequired => "Length Required",
        HttpStatus.RequestHeaderFieldsTooLarge => "Request Header Fields Too Large",
        HttpStatus.HttpVersionNotSupported => "HTTP Version Not Supported",
    };
}
