using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>How a demonstration is to be run.</summary>
internal record Staging
{
    /// <summary>Null lets chance decide on the initial sequence numbers.</summary>
    public int? Seed { get; init; }

    /// <summary>Where the packets of a conversation go; null keeps none.</summary>
    public Stream? Pcap { get; init; }

    /// <summary>The server's device, with a capture around it if one is wanted.</summary>
    public IPacketDevice Captured(IPacketDevice device, TimeProvider time) =>
        Pcap is null ? device : new PcapDevice(device, new PcapFile(Pcap, time));
}
