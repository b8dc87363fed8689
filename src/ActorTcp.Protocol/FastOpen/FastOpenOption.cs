using System.Security.Cryptography;
using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 7413 §4.1.1: the Fast Open option, which asks for a cookie when it is empty.</summary>
/// <param name="Length">Octets of the cookie: 0, or 4 to 16.</param>
/// <param name="IsExperimental">Whether it goes under the kind that was shared before it had one of its own; it is answered as it came.</param>
internal readonly record struct FastOpenOption(FastOpenCookie Cookie, byte Length, bool IsExperimental)
{
    public static FastOpenOption Request => default;

    /// <summary>What a SYN, or a SYN-ACK, carries; null when it carries none.</summary>
    public static FastOpenOption? In(in TcpOptions options) => options.Has(OptionKinds.FastOpen)
        ? new FastOpenOption(options.Cookie, options.CookieLength, options.Has(OptionKinds.ExperimentalFastOpen))
        : null;

    public bool IsRequest => Length == 0;

    public void PutInto(ref TcpOptions options)
    {
        options.Present |= OptionKinds.FastOpen | (IsExperimental ? OptionKinds.ExperimentalFastOpen : OptionKinds.None);
        options.Cookie = Cookie;
        options.CookieLength = Length;
    }

    /// <summary>Whether the cookies are the same, in a time that does not tell how much of them is.</summary>
    public bool IsSameCookie(in FastOpenOption other)
    {
        var (mine, theirs) = (Cookie, other.Cookie);
        return Length == other.Length && CryptographicOperations.FixedTimeEquals(mine[..Length], theirs[..Length]);
    }
}
