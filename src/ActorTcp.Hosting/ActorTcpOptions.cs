using System.ComponentModel.DataAnnotations;
using ActorTcp.Stack;

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

    /// <summary>Of every port that the application listens on. These alone may change while it runs.</summary>
    public ListenLimits Limits { get; set; } = new();

    /// <summary>Whether each connection remembers its events: about 300 octets while it is idle.</summary>
    public bool KeepHistory { get; set; } = true;

    /// <summary>How long connections may take to end when the application stops, before they are reset.</summary>
    public TimeSpan DrainTimeout { get; set; } = TimeSpan.FromSeconds(10);
}
