using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 6528 §3 (MUST-8, SHLD-1, MUST-9): ISN = M + F(localip, localport, remoteip, remoteport, secretkey).</summary>
/// <remarks>M is a timer that ticks every 4 µs, so the numbers of one four-tuple ascend; F is SipHash-2-4, so nobody outside can tell where they stand.</remarks>
internal sealed class IsnGenerator(SipKey secret)
{
    private const int TicksPerStep = (int)(TimeSpan.TicksPerMicrosecond * 4);

    public SeqNum Next(in FourTuple tuple, TimeSpan now)
    {
        var m = unchecked((uint)(now.Ticks / TicksPerStep));
        return new SeqNum(m) + unchecked((uint)FourTupleHash.Of(in secret, in tuple));
    }

    /// <summary>RFC 7323 §5.4: the other half of the hash. It stays the same from one connection of a four-tuple to the next, so that RFC 6191 can compare them.</summary>
    public uint TimestampOffset(in FourTuple tuple) => (uint)(FourTupleHash.Of(in secret, in tuple) >> 32);
}
