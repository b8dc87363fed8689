using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary><c>10.0.0.1:80</c> or <c>[fd00::1]:80</c></summary>
internal static class EndPointText
{
    public static string Of(in IpAddr address, ushort port)
    {
        Span<char> text = stackalloc char[AddressText.MaxLength];
        return new string(text[..AddressText.WriteEndPoint(text, in address, port)]);
    }
}
