using System.Runtime.CompilerServices;
using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>The keyed hash of a four-tuple, for sequence numbers, flow tables and the choice of a shard.</summary>
internal static class FourTupleHash
{
    /// <summary>Of the octets that make up the four-tuple: 12 with IPv4 addresses, 36 with IPv6.</summary>
    public static ulong Of(in SipKey key, in FourTuple tuple)
    {
        var hash = new SipHash(in key);
        var octets = AddAddresses(ref hash, in tuple);
        return hash.Finish(octets + 4, tuple.Ports);
    }

    /// <returns>How many octets that was.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int AddAddresses(ref SipHash hash, in FourTuple tuple)
    {
        if (tuple.Local.IsV4)
        {
            hash.Add(((ulong)tuple.Local.V4 << 32) | tuple.Remote.V4);
            return 8;
        }

        hash.Add(tuple.Local.High);
        hash.Add(tuple.Local.Low);
        hash.Add(tuple.Remote.High);
        hash.Add(tuple.Remote.Low);
        return 32;
    }
}
