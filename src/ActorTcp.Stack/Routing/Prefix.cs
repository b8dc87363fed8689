using System.Net;
using System.Net.Sockets;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>A set of addresses as the router compares them: IPv4 prefixes in their IPv4-mapped form.</summary>
/// <param name="Length">0 to 128 bits.</param>
internal readonly record struct Prefix(IpAddr Address, int Length)
{
    private const int MappedBits = 96;

    public static Prefix From(IPNetwork network)
    {
        var isV4 = network.BaseAddress.AddressFamily == AddressFamily.InterNetwork;
        return new Prefix(IpAddr.From(network.BaseAddress), network.PrefixLength + (isV4 ? MappedBits : 0));
    }

    public bool Contains(IpAddr address) =>
        ((address.High ^ Address.High) & Mask(Length)) == 0
        && ((address.Low ^ Address.Low) & Mask(Length - 64)) == 0
        && (Length >= MappedBits || !address.IsV4 || Address.IsV4);

    private static ulong Mask(int bits) => bits switch
    {
        <= 0 => 0,
        >= 64 => ulong.MaxValue,
        _ => ulong.MaxValue << (64 - bits),
    };
}
