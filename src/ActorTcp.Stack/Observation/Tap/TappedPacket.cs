using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>A packet as a tap sees it.</summary>
internal readonly ref struct TappedPacket
{
    /// <summary>On the clock of the shard.</summary>
    public TimeSpan At { get; init; }

    public PcapDirection Direction { get; init; }

    /// <summary>From the IP header on; valid during the call only. A checksum that the device is to complete is not there yet.</summary>
    public ReadOnlySpan<byte> Octets { get; init; }

    /// <summary>Why the reader will drop it; <see cref="DropReason.None"/> for a sound packet.</summary>
    public DropReason Reason { get; init; }

    /// <summary>Seen from this side. Default for what is no sound segment; for an ICMP error, that of the segment it quotes.</summary>
    public FourTuple Tuple { get; init; }

    /// <summary>The connection to which it belongs; null for what belongs to none yet, or no more.</summary>
    public ConnectionActor? Connection { get; init; }

    /// <summary>The state of the connection before the packet; LISTEN, TIME-WAIT or CLOSED where there is none.</summary>
    public TcpState State { get; init; }
}
