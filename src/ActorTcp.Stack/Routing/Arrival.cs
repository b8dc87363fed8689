using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>A packet of a batch of <see cref="Arrivals"/>, and what looking ahead has found out about it.</summary>
internal struct Arrival
{
    public int Start;
    public int Length;
    public PacketOffload Offload;

    /// <summary>The keyed hash of the four-tuple that it seems to have; null for what does not look like a segment, and before anybody has looked.</summary>
    public uint? FlowHash;

    /// <summary>Where it is sent to, if it looks like a segment.</summary>
    public IpAddr Local;
    public ushort LocalPort;

    /// <summary>A connection with the same hash.</summary>
    public ConnectionActor? Candidate;
}
