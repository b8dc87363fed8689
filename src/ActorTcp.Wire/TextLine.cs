using System.Globalization;

namespace ActorTcp.Wire;

/// <summary>A line that grows in a caller's buffer. What does not fit is left out, with all that follows.</summary>
internal ref struct TextLine(Span<char> text)
{
    private readonly Span<char> _text = text;

    public int Length { get; private set; }

    public bool Fits { get; private set; } = true;

    public void Append(char letter) => Append(new ReadOnlySpan<char>(in letter));

    public void Append(scoped ReadOnlySpan<char> words)
    {
        if (Fits &= words.TryCopyTo(_text[Length..]))
            Length += words.Length;
    }

    /// <summary>Octets in hexadecimal, two digits each.</summary>
    public void Append(scoped ReadOnlySpan<byte> octets)
    {
        if (Fits &= Convert.TryToHexStringLower(octets, _text[Length..], out var written))
            Length += written;
    }

    public void Append(uint number)
    {
        if (Fits &= number.TryFormat(_text[Length..], out var written, provider: CultureInfo.InvariantCulture))
            Length += written;
    }

    /// <summary>A word and the number that belongs to it.</summary>
    public void Append(scoped ReadOnlySpan<char> word, uint number)
    {
        Append(word);
        Append(number);
    }

    /// <summary>Sequence numbers as every trace prints them, start:end.</summary>
    public void AppendRange(uint start, uint end)
    {
        Append(start);
        Append(":", end);
    }

    /// <summary>Puts the last separator right.</summary>
    public readonly void ReplaceLast(char letter)
    {
        if (Fits)
            _text[Length - 1] = letter;
    }
}
