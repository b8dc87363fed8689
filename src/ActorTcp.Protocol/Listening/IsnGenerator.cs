using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 6528 §3 (MUST-8, SHLD-1, MUST-9): ISN = M + F(localip, localport, remoteip, remoteport, secretkey).</summary>
/// <remarks>M is a timer that ticks every 4 µs, so the numbers of one four-tuple ascend; F is SipHash-2-4, so nobody outside can tell where they stand.</remarks>
internal sealed class IsnGenerator(SipKey secret)
{
    private const int TicksPerStep = (int)(TimeSpan.TicksPerMicrosecond * 4);

    public SeqNum Next(in FourTuple tuple, TimeSpan now) => Next(in tuple, now, out _);

    /// <param name="timestampOffset">RFC 7323 §5.4: the other half of the hash. It stays the same from one connection of a four-tuple to the next, so that RFC 6191 can compare them.</param>
    public SeqNum Next(in FourTuple tuple, TimeSpan now, out uint timestampOffset)
    {
        var m = unchecked((uint)(now.Ticks / TicksPerStep));
        var f = FourTupleHash.Of(in secret, in tuple);
        timestampOffset = (uint)(f >> 32);
        return new SeqNum(m) + unchecked((uint)f);
    }
}
