namespace ActorTcp.Packetdrill;

/// <summary>A read that is going on.</summary>
/// <param name="Length">Octets at most.</param>
/// <param name="IsPeek">Whether the text stays where it is.</param>
internal sealed record Want(int Length, bool IsPeek)
{
    public List<byte> Text { get; } = [];

    /// <returns>How many octets of what the stack offers are taken from it.</returns>
    public int Take(ReadOnlySpan<byte> text)
    {
        var part = text[..Math.Min(text.Length, Length - Text.Count)];
        Text.AddRange(part);
        return IsPeek ? 0 : part.Length;
    }
}
