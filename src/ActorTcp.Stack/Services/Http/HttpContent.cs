using System.Text;

namespace ActorTcp.Stack;

/// <summary>What an answer carries.</summary>
internal readonly record struct HttpContent(string Type, byte[] Octets)
{
    public static HttpContent Text(string text) => new("text/plain; charset=utf-8", Encoding.UTF8.GetBytes(text));

    public static HttpContent Html(string text) => new("text/html; charset=utf-8", Encoding.UTF8.GetBytes(text));
}
