using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 4987 §3.6: initial sequence numbers that say, when they come back, for whom and when they were made.</summary>
/// <remarks>
/// <para>
/// A listener that remembers nothing about a SYN must find in the final ACK what it would have remembered. SEG.ACK is its own initial sequence number
/// plus one, and those 32 bits are free for it to choose; SEG.SEQ is the peer's number plus one; the four-tuple is in every segment. So the number is
/// </para>
/// <code>
///   31   30    28  27                                                  0
/// +-----+--------+------------------------------------------------------+
/// |  e  |  MSS   |  SipHash-2-4 of (four-tuple, IRS, MSS) by secret(e)  |
/// +-----+--------+------------------------------------------------------+
///    |      |
///    |      +-- one of eight segment sizes (CookieMss)
///    +--------- the lowest bit of the epoch: which of the two living secrets made it
/// </code>
/// <para>
/// No time is written down: an epoch has its own secret, and a number made in epoch n is believed in n and n + 1. It so lives for one to two rotations,
/// 30 to 60 seconds by default, in which a slow client can answer and a client whose ACK was lost can send its first text, which will do as well.
/// What else the SYN offered (window scale, SACK, ECN) rides in the timestamp (<see cref="CookieTimestamp"/>).
/// </para>
/// <para>
/// <b>How hard is it to forge?</b> The attacker wants a connection from an address that is not his, so he never sees our SYN-ACK and has to guess. For any
/// four-tuple and any SEG.SEQ, at any moment, 2 epochs × 8 sizes = 16 of the 2³² acknowledgment numbers are right: each blind ACK succeeds with
/// p = 2⁻²⁸. The tries are independent; failing teaches him nothing, for our answer goes to the address he forges. Half a chance takes
/// ln 2 × 2²⁸ ≈ 186 million segments. A million ACKs a second, 0.3 Gbit/s of them, forge one connection every 268 seconds; 15,000 a second, one every five
/// hours. (Eight bits for the time instead of one, which he can read off his own clock, would leave 21 for the hash: a connection every two seconds.)
/// Finding the secret itself is guessing 128 bits. What the forger gets is a connection without the SYN-ACK's content: he may send, but never hears
/// the answer. And he has a chance only while cookies are about: a listener that has not been flooded lately resets such an ACK unseen.
/// </para>
/// <para>
/// <b>What a cookie cannot do</b> (RFC 4987 §3.6). The SYN-ACK is not repeated: if it or, where the server speaks first, the ACK is lost, the client's own
/// timers have to help. The segment size is rounded down. Options are lost without timestamps. The sequence numbers of one four-tuple do not ascend as
/// RFC 6528 has it. Text on the SYN is not taken. A recorded ACK can be played back while its secret lives: <see cref="SpentCookies"/> stops most of it.
/// </para>
/// </remarks>
internal sealed class SynCookies(CookieSecrets secrets)
{
    private const int HashBits = 28;
    private const uint HashMask = (1u << HashBits) - 1;
    private const uint MssMask = (1u << CookieMss.Bits) - 1;

    /// <summary>How long a cookie may be believed.</summary>
    public TimeSpan Lifetime => secrets.Rotation + secrets.Rotation;

    /// <summary>The number with which a SYN is answered.</summary>
    public SeqNum Make(in FourTuple tuple, SeqNum irs, ushort mss, TimeSpan now) => Make(in tuple, irs, CookieMss.IndexOf(mss), secrets.Epoch(now));

    /// <summary>Whether a number was made for this four-tuple and this SYN, not long ago.</summary>
    /// <param name="iss">SEG.ACK − 1 of the acknowledgment.</param>
    /// <param name="irs">SEG.SEQ − 1.</param>
    /// <param name="mss">The segment size that the peer accepts.</param>
    public bool TryRead(in FourTuple tuple, SeqNum iss, SeqNum irs, TimeSpan now, out ushort mss)
    {
        var epoch = secrets.Epoch(now);
        epoch -= (epoch ^ (iss.Value >> 31)) & 1;
        var index = (iss.Value >> HashBits) & MssMask;
        mss = CookieMss.At(index);
        return Make(in tuple, irs, index, epoch) == iss;
    }

    private SeqNum Make(in FourTuple tuple, SeqNum irs, uint index, long epoch)
    {
        var hash = new SipHash(in secrets.Of(epoch));
        var octets = FourTupleHash.AddAddresses(ref hash, in tuple);
        hash.Add(((ulong)irs.Value << 32) | tuple.Ports);
        var mac = (uint)hash.Finish(octets + 9, index) & HashMask;
        return new SeqNum(((uint)(epoch & 1) << 31) | (index << HashBits) | mac);
    }
}
