using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>TCP Fast Open (RFC 7413), for a whole stack. It is off: a listener offers it by <see cref="ListenLimits.FastOpenLimit"/>, a client asks for it by giving text to OPEN.</summary>
/// <remarks>Text on a SYN may reach the application twice, when the network duplicates the SYN: it is for requests that may be repeated (RFC 7413 §6.1).</remarks>
public sealed record FastOpenOptions
{
    /// <summary>After how long the key of the cookies is replaced (RFC 7413 §4.1.2); the one before is still good, so a cookie lives for one to two periods.</summary>
    public TimeSpan KeyPeriod { get; init; } = TimeSpan.FromHours(12);

    /// <summary>
    /// A key of 16 octets that is never replaced, or two of which the first makes cookies and both are good; none, the default, draws them at random.
    /// Servers behind one address need the same, Linux among them: there it is net.ipv4.tcp_fastopen_key.
    /// </summary>
    public ReadOnlyMemory<byte> Keys { get; init; }

    /// <summary>How long a client does not try again where Fast Open failed (RFC 7413 §4.1.3.1).</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromMinutes(10);

    /// <exception cref="ArgumentException">The keys are neither none nor one nor two.</exception>
    internal FastOpenKeys ToKeys(SipKey secret) => Keys.Span.Length switch
    {
        0 => FastOpenKeys.Rotating(secret, KeyPeriod),
        16 => FastOpenKeys.Given(SipKey.From(Keys.Span), SipKey.From(Keys.Span)),
        32 => FastOpenKeys.Given(SipKey.From(Keys.Span), SipKey.From(Keys.Span[16..])),
        _ => throw new ArgumentException("Fast Open keys have 16 octets, and there is one or two."),
    };
}
