using System.Net;

namespace ActorTcp.Linux;

/// <summary>What a <see cref="TunInterface"/> shall be.</summary>
public sealed record TunOptions
{
    /// <summary>
    /// At most 15 octets. <c>%d</c> in it stands for the first free number. A persistent device of this name is attached, otherwise one
    /// is made.
    /// </summary>
    public string Name { get; init; } = "tun%d";

    /// <summary>How many queues to open, one per shard; at most 256.</summary>
    public int Queues { get; init; } = 1;

    /// <summary>The largest IP packet in octets, 68 to 65535 (1280 at least for IPv6); null leaves the device's own, 1500 when it is made.</summary>
    public int? Mtu { get; init; }

    /// <summary>How many packets wait in each queue for the shard to read them; null leaves the device's own.</summary>
    /// <remarks>The kernel's 500 are lost within a millisecond of a SYN flood; a place in the queue costs eight octets while it is empty.</remarks>
    public int? QueueLength { get; init; } = 20_000;

    /// <summary>Whether the queues can exchange super-segments with the kernel, if it knows how: see <see cref="ActorTcp.Stack.IPacketDevice.TryOffload"/>.</summary>
    public bool Offload { get; init; } = true;

    /// <summary>
    /// Addresses of the machine itself on the device: what its own sockets speak from. At most one per family is useful. Null gives it those that the machine lacks
    /// to speak to the <see cref="Routes"/>.
    /// </summary>
    public IReadOnlyList<IPAddress>? HostAddresses { get; init; } = [];

    /// <summary>Prefixes whose packets the kernel shall hand to the device.</summary>
    public IReadOnlyList<IPNetwork> Routes { get; init; } = [];
}
