using System.Buffers.Binary;
using System.Net;

namespace ActorTcp.Packetdrill;

/// <summary>sockaddr_in and sockaddr_in6, as x86-64 Linux lays them out.</summary>
internal static class SocketAddresses
{
    private const short Inet = 2;
    private const short Inet6 = 10;

    public static bool IsUnspecified(ReadOnlySpan<byte> octets) => BinaryPrimitives.ReadInt16LittleEndian(octets) == 0;

    /// <summary>An IPv4-mapped address is IPv4's: that is what goes over the wire.</summary>
    public static IPEndPoint Read(ReadOnlySpan<byte> octets)
    {
        var port = BinaryPrimitives.ReadUInt16BigEndian(octets[2..]);
        var address = new IPAddress(BinaryPrimitives.ReadInt16LittleEndian(octets) == Inet ? octets[4..8] : octets[8..24]);
        return new IPEndPoint(address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address, port);
    }

    public static byte[] Write(IPEndPoint address, bool asV6)
    {
        var octets = new byte[asV6 ? 28 : 16];
        BinaryPrimitives.WriteInt16LittleEndian(octets, asV6 ? Inet6 : Inet);
        BinaryPrimitives.WriteUInt16BigEndian(octets.AsSpan(2), (ushort)address.Port);
        (asV6 ? address.Address.MapToIPv6() : address.Address).TryWriteBytes(octets.AsSpan(asV6 ? 8 : 4), out _);
        return octets;
    }
}
