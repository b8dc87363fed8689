using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>The keyed hash of a four-tuple, for sequence numbers, flow tables and the choice of a shard.</summary>
internal static class FourTupleHash
{
    /// <summary>Of the octets that make up the four-tuple: 12 with IPv4 addresses, 36 with IPv6.</summary>
    public static ulong Of(in SipKey key, in FourTuple tuple)
    {
        var hash = new SipHash(in key);
        if (tuple.Local.IsV4)
        {
            hash.Add(((ulong)tuple.Local.V4 << 32) | tuple.Remote.V4);
            return hash.Finish(12, tuple.Ports);
        }

        hash.Add(tuple.Local.High);
        hash.Add(tuple.Local.Low);
        hash.Add(tuple.Remote.High);
        hash.Add(tuple.Remote.Low);
        return hash.Finish(36, tuple.Ports);
    }
}
