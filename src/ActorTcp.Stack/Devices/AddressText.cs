using System.Globalization;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Addresses as text without allocation: dotted for IPv4, as RFC 5952 has it for IPv6.</summary>
internal static class AddressText
{
    /// <summary>Octets of text that suffice for an end point.</summary>
    public const int MaxLength = 48;

    /// <returns>How many characters were written: <c>10.0.0.1:80</c> or <c>[fd00::1]:80</c>.</returns>
    public static int WriteEndPoint(Span<char> text, in IpAddr address, ushort port)
    {
        var brackets = address.IsV4 ? 0 : 1;
        text[0] = '[';
        var length = brackets + Write(text[brackets..], in address);
        text[length] = ']';
        length += brackets;
        text[length++] = ':';
        return length + Write(text[length..], port, hexadecimal: false);
    }

    private static int Write(Span<char> text, in IpAddr address)
    {
        Span<ushort> groups = stackalloc ushort[8];
        if (address.IsV4)
        {
            (groups[0], groups[1]) = ((byte)(address.V4 >> 24), (byte)(address.V4 >> 16));
            (groups[2], groups[3]) = ((byte)(address.V4 >> 8), (byte)address.V4);
            return Join(text, groups[..4], '.', hexadecimal: false);
        }

        for (var i = 0; i < 8; i++)
        {
            groups[i] = (ushort)((i < 4 ? address.High : address.Low) >> (48 - (16 * (i % 4))));
        }

        var zeros = LongestZeros(groups);
        if (zeros.End.Value - zeros.Start.Value < 2)
        {
            return Join(text, groups, ':', hexadecimal: true);
        }

        var length = Join(text, groups[..zeros.Start], ':', hexadecimal: true);
        "::".CopyTo(text[length..]);
        return length + 2 + Join(text[(length + 2)..], groups[zeros.End..], ':', hexadecimal: true);
    }

    /// <summary>RFC 5952 §4.2: the longest run of zero groups is shortened, of several the first.</summary>
    private static Range LongestZeros(ReadOnlySpan<ushort> groups)
    {
        var longest = 0..0;
        for (var (start, i) = (0, 0); i < groups.Length; i++)
        {
            start = groups[i] == 0 ? start : i + 1;
            if (i + 1 - start > longest.End.Value - longest.Start.Value)
            {
                longest = start..(i + 1);
            }
        }

        return longest;
    }

    private static int Join(Span<char> text, ReadOnlySpan<ushort> numbers, char separator, bool hexadecimal)
    {
        var length = 0;
        for (var i = 0; i < numbers.Length; i++)
        {
            if (i > 0)
            {
                text[length++] = separator;
            }

            length += Write(text[length..], numbers[i], hexadecimal);
        }

        return length;
    }

    private static int Write(Span<char> text, ushort number, bool hexadecimal)
    {
        number.TryFormat(text, out var length, hexadecimal ? "x" : "", CultureInfo.InvariantCulture);
        return length;
    }
}
