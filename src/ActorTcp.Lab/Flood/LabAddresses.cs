using System.Net;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>Who is who in the laboratory's networks: RFC 2544's block for benchmarks, and a private one for the flood.</summary>
internal static class LabAddresses
{
    public const ushort ServerPort = 80;

    /// <summary>The server, in every engine.</summary>
    public static readonly IPEndPoint Server = new(IPAddress.Parse("198.19.0.1"), ServerPort);

    public static readonly IPNetwork Servers = IPNetwork.Parse("198.19.0.0/16");

    public static readonly IPNetwork Clients = IPNetwork.Parse("198.18.0.0/16");

    public static readonly IPNetwork Flood = IPNetwork.Parse("10.0.0.0/8");

    /// <summary>The address of a client: there are 16,384, no two of the first 64 in one /24.</summary>
    public static IpAddr Client(int number) =>
        IpAddr.FromV4(FirstOf(Clients) + (uint)(((number % 64) << 8) | (1 + (number / 64 % 250))));

    /// <summary>Whether an IPv4 packet is for one of the hosts that flood.</summary>
    public static bool IsFlood(ReadOnlySpan<byte> packet) => packet[16] == FirstOf(Flood) >> 24;

    public static uint FirstOf(IPNetwork network) => IpAddr.From(network.BaseAddress).V4;
}
