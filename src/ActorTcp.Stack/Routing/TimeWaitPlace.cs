using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>A record in TIME-WAIT and what the table has to know of it: 48 octets.</summary>
internal struct TimeWaitPlace
{
    /// <summary>The last 32 bits of the local address; the rest is in <see cref="AddressTops"/>.</summary>
    public uint Local;

    /// <summary>The last 32 bits of the remote address.</summary>
    public uint Remote;
    public ushort LocalPort;
    public ushort RemotePort;
    public uint Hash;

    /// <summary>When the 2 MSL end: milliseconds on the shard's clock, their last 32 bits.</summary>
    public uint Due;

    public int Older;

    /// <summary>In a free place, the next free one of its chunk.</summary>
    public int Newer;
    public TimeWaitRecord Record;
}
