using System.Security.Cryptography;

namespace ActorTcp.Cli;

/// <summary>The secret that lets a browser or a scraper in. A browser keeps a cookie made from it, which does not tell it.</summary>
/// <param name="secret">At least 16 octets; users write them as hexadecimal digits.</param>
internal sealed class PageToken(ReadOnlyMemory<byte> secret)
{
    private readonly byte[] _session = HMACSHA256.HashData(secret.Span, "actortcp page session"u8);

    /// <summary>What the cookie holds.</summary>
    public string Session => Convert.ToHexStringLower(_session);

    public bool IsSecret(string? text) => IsSame(text, secret.Span);

    public bool IsSession(string? text) => IsSame(text, _session);

    /// <summary>Takes as long for a nearly right guess as for any other.</summary>
    private static bool IsSame(string? text, ReadOnlySpan<byte> expected)
    {
        Span<byte> octets = stackalloc byte[expected.Length];
        return text?.Length == 2 * expected.Length
            && Convert.FromHexString(text, octets, out _, out _) is System.Buffers.OperationStatus.Done
            && CryptographicOperations.FixedTimeEquals(octets, expected);
    }
}
