using System.ComponentModel.DataAnnotations;
using ActorTcp.Protocol;

namespace ActorTcp.Hosting;

/// <summary>The stack of an application, as its configuration's section <c>ActorTcp</c> describes it.</summary>
public sealed class ActorTcpOptions
{
    /// <summary>Where <see cref="ActorTcpServices.AddActorTcp"/> looks in the configuration.</summary>
    public const string Section = "ActorTcp";

    /// <summary>The TUN device: a persistent one of this name is attached, otherwise one is made; <c>%d</c> stands for the first free number.</summary>
    [Required]
    public string Device { get; set; } = "at%d";

    /// <summary>Addresses to serve, every one of them, such as <c>10.77.0.0/16</c> and <c>fd77::/64</c>: routed to the device.</summary>
    public IList<string> Prefixes { get; } = [];

    /// <summary>Addresses of this machine on the device. By default it gets one where the machine has no other of the family.</summary>
    public IList<string> HostAddresses { get; } = [];

    /// <summary>Whether to add routes and addresses; without, somebody else does.</summary>
    public bool AddRoutes { get; set; } = true;

    /// <summary>Threads, each with a queue of the device and its own connections.</summary>
    [Range(1, 256)]
    public int Shards { get; set; } = 1;

    /// <summary>The largest IP packet in octets; null leaves the device's own.</summary>
    [Range(68, 65535)]
    public int? Mtu { get; set; }

    /// <summary>What is kept about a peer that has not proved its address. It may change while the application runs.</summary>
    public HalfOpenPolicy Policy { get; set; } = HalfOpenPolicy.Hybrid;

    /// <summary>Peers that have not proved their address, per port and shard.</summary>
    [Range(1, 16_777_216)]
    public int HalfOpenLimit { get; set; } = 16384;

    /// <summary>Established connections that may wait to be accepted, per port.</summary>
    [Range(1, 16_777_216)]
    public int Backlog { get; set; } = 4096;

    /// <summary>Whether each connection remembers its events: about 300 octets while it is idle.</summary>
    public bool KeepHistory { get; set; } = true;

    /// <summary>How long connections may take to end when the application stops, before they are reset.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
