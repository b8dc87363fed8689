using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>The cookies that were redeemed lately, so that an ACK which is played back after the end of its connection makes no second one.</summary>
/// <remarks>A table of fixed size in which a newer cookie overwrites an older one: it may forget, but never takes a cookie for spent that is not.</remarks>
internal sealed class SpentCookies
{
    private const int Places = 4096;
    private readonly (uint Hash, uint Iss, bool IsSpent)[] _spent = new (uint, uint, bool)[Places];

    /// <param name="hash">The keyed hash of the four-tuple.</param>
    public bool Has(uint hash, SeqNum iss) => _spent[hash % Places] == (hash, iss.Value, true);

    public void Add(uint hash, SeqNum iss) => _spent[hash % Places] = (hash, iss.Value, true);
}
