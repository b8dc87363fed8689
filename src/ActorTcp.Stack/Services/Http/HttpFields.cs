using System.Text;

namespace ActorTcp.Stack;

/// <summary>The fields of a request that decide where it ends and whether another may follow.</summary>
internal sealed class HttpFields
{
    private string? _contentLength;

    public int Hosts { get; private set; }

    public bool Close { get; private set; }

    public bool KeepAlive { get; private set; }

    /// <summary>RFC 9112 §6.3: content without a length known beforehand.</summary>
    public bool IsChunked { get; private set; }

    public bool HasContent => _contentLength is not null && _contentLength.AsSpan().ContainsAnyExcept('0');

    /// <returns>False when the field makes the request malformed.</returns>
    public bool Add(ReadOnlySpan<byte> name, ReadOnlySpan<byte> value)
    {
        switch (name.Length)
        {
            case 4 when Is(name, "host"):
                Hosts++;
                break;
            case 10 when Is(name, "connection"):
                Close |= Has(value, "close");
                KeepAlive |= Has(value, "keep-alive");
                break;
            case 14 when Is(name, "content-length"):
                return AddLength(Encoding.ASCII.GetString(value)) && !IsChunked;
            case 17 when Is(name, "transfer-encoding"):
                IsChunked = true;
                return _contentLength is null;
        }

        return true;
    }

    private static bool Is(ReadOnlySpan<byte> octets, string word) => Ascii.EqualsIgnoreCase(octets, word);

    private static bool Has(ReadOnlySpan<byte> list, string word)
    {
        foreach (var item in list.Split((byte)','))
        {
            if (Is(list[item].Trim(" \t"u8), word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>§6.3: lengths that differ are an attempt to have two parties see different requests.</summary>
    private bool AddLength(string digits)
    {
        var isSound = digits.Length > 0 && digits.All(char.IsAsciiDigit) && (_contentLength ?? digits) == digits;
        _contentLength = digits;
        return isSound;
    }
}
