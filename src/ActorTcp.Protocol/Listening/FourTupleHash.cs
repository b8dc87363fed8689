using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>The keyed hash of a four-tuple, for sequence numbers, flow tables and the choice of a shard.</summary>
internal static class FourTupleHash
{
    public static ulong Of(in SipKey key, in FourTuple tuple)
    {
        var hash = new SipHash(in key);
        hash.Add(tuple.Local.High);
        hash.Add(tuple.Local.Low);
        hash.Add(tuple.Remote.High);
        hash.Add(tuple.Remote.Low);
        return hash.Finish(36, ((ulong)tuple.LocalPort << 16) | tuple.RemotePort);
    }
}
