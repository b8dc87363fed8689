namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.4: a sequence number, an element of the circle of 2³² octets. All wrapping arithmetic of the house is here.</summary>
/// <remarks>Order is meant within half the circle: <c>a &lt; b</c> says that b is ahead of a by less than 2³¹.</remarks>
internal readonly record struct SeqNum(uint Value)
{
    public static SeqNum operator +(SeqNum seq, uint octets) => new(unchecked(seq.Value + octets));

    public static SeqNum operator -(SeqNum seq, uint octets) => new(unchecked(seq.Value - octets));

    public static SeqNum operator ++(SeqNum seq) => seq + 1;

    /// <summary>The signed distance from <paramref name="from"/> to <paramref name="to"/>, in octets.</summary>
    public static int operator -(SeqNum to, SeqNum from) => unchecked((int)(to.Value - from.Value));

    public static bool operator <(SeqNum a, SeqNum b) => a - b < 0;

    public static bool operator >(SeqNum a, SeqNum b) => a - b > 0;

    public static bool operator <=(SeqNum a, SeqNum b) => a - b <= 0;

    public static bool operator >=(SeqNum a, SeqNum b) => a - b >= 0;

    /// <summary>Octets from <paramref name="from"/> forward to this number; a number that lies behind counts the long way round.</summary>
    public uint After(SeqNum from) => unchecked(Value - from.Value);

    /// <summary>Whether this number lies in the half-open window [start, start + length).</summary>
    public bool IsIn(SeqNum start, uint length) => After(start) < length;

    public static SeqNum Max(SeqNum a, SeqNum b) => a > b ? a : b;

    public static SeqNum Min(SeqNum a, SeqNum b) => a < b ? a : b;

    public override string ToString() => Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
