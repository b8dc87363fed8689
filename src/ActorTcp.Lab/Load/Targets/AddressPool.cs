using System.Net;
using System.Net.Sockets;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>The addresses of a prefix in order, without the first and the last of an IPv4 subnet, which are no host's.</summary>
internal sealed class AddressPool
{
    private readonly IpAddr _first;

    public AddressPool(IPNetwork prefix)
    {
        Prefix = prefix;
        var isV4 = prefix.BaseAddress.AddressFamily == AddressFamily.InterNetwork;
        var bits = Math.Min((isV4 ? 32 : 128) - prefix.PrefixLength, 32);
        var spared = isV4 && bits >= 2 ? 1u : 0;
        _first = At(IpAddr.From(prefix.BaseAddress), spared);
        Count = (1L << bits) - (2 * spared);
    }

    public IPNetwork Prefix { get; }

    /// <summary>At most 2³², of a larger prefix the first ones.</summary>
    public long Count { get; }

    /// <summary>The n-th address, beginning anew after the last.</summary>
    public IpAddr this[long n] => At(_first, (uint)(n % Count));

    public override string ToString() => Prefix.PrefixLength == (_first.IsV4 ? 32 : 128) ? Prefix.BaseAddress.ToString() : Prefix.ToString();

    private static IpAddr At(IpAddr first, uint distance) => new(first.High, first.Low + distance);
}
