namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.1: option after option, for <c>foreach</c>-like loops. Knows lengths, not meanings (MUST-6, MUST-68).</summary>
internal ref struct OptionWalk(ReadOnlySpan<byte> octets)
{
    private ReadOnlySpan<byte> _rest = octets;

    public OptionKind Kind { get; private set; }

    /// <summary>What follows Kind and Length.</summary>
    public ReadOnlySpan<byte> Body { get; private set; }

    /// <summary>An option's length was zero, one, or past the header, and the walk ended there (MUST-7).</summary>
    public bool IsMalformed { get; private set; }

    public bool MoveNext()
    {
        if (_rest.IsEmpty)
            return false;
        Kind = (OptionKind)_rest[0];
        Body = default;
        switch (Kind)
        {
            case OptionKind.EndOfList:
                _rest = default;
                return true;
            case OptionKind.NoOperation:
                _rest = _rest[1..];
                return true;
        }

        if (_rest.Length < 2 || _rest[1] < 2 || _rest[1] > _rest.Length)
        {
            IsMalformed = true;
            _rest = default;
            return false;
        }

        Body = _rest[2.._rest[1]];
        _rest = _rest[_rest[1]..];
        return true;
    }
}
