using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>How the demonstration is to go.</summary>
internal sealed record DemoOptions
{
    /// <summary>Without the kernel.</summary>
    public bool InMemory { get; init; }

    public LadderStyle Style { get; init; } = LadderStyle.Plain;

    /// <summary>Null lets chance decide on the initial sequence numbers.</summary>
    public int? Seed { get; init; }

    /// <summary>Where the packets of parts 1 to 3 go; null keeps none.</summary>
    public Stream? Pcap { get; init; }

    /// <summary>The server's device, with a capture around it if one is wanted.</summary>
    public IPacketDevice Captured(IPacketDevice device, TimeProvider time) =>
        Pcap is null ? device : new PcapDevice(device, new PcapFile(Pcap, time));
}
