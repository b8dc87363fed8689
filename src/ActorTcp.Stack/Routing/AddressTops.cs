using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>The first 96 bits of a four-tuple's two addresses, which are the same for all of IPv4.</summary>
internal readonly record struct AddressTops(ulong LocalHigh, ulong RemoteHigh, uint LocalMiddle, uint RemoteMiddle)
{
    public static readonly AddressTops OfV4 = Of(new FourTuple(IpAddr.FromV4(0), 0, IpAddr.FromV4(0), 0));

    public static AddressTops Of(in FourTuple tuple) =>
        new(tuple.Local.High, tuple.Remote.High, (uint)(tuple.Local.Low >> 32), (uint)(tuple.Remote.Low >> 32));

    /// <param name="place">Where the last 32 bits are, and the ports.</param>
    public FourTuple Complete(in TimeWaitPlace place) => new(
        new IpAddr(LocalHigh, ((ulong)LocalMiddle << 32) | place.Local),
        place.LocalPort,
        new IpAddr(RemoteHigh, ((ulong)RemoteMiddle << 32) | place.Remote),
        place.RemotePort);
}
