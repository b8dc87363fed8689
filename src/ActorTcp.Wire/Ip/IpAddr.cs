using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace ActorTcp.Wire;

/// <summary>An IPv4 or IPv6 address as a 16-byte value: IPv4 is held as its IPv4-mapped form (RFC 4291 §2.5.5.2).</summary>
internal readonly record struct IpAddr(ulong High, ulong Low)
{
    private const ulong MappedPrefix = 0x0000_FFFF_0000_0000;

    public bool IsV4 => High == 0 && Low >> 32 == MappedPrefix >> 32;

    /// <summary>The 32 bits of an IPv4 address in host order; meaningless for IPv6.</summary>
    public uint V4 => (uint)Low;

    public static IpAddr FromV4(uint hostOrder) => new(0, MappedPrefix | hostOrder);

    public static IpAddr ReadV4(ReadOnlySpan<byte> octets) => FromV4(BinaryPrimitives.ReadUInt32BigEndian(octets));

    public static IpAddr ReadV6(ReadOnlySpan<byte> octets) =>
        new(BinaryPrimitives.ReadUInt64BigEndian(octets), BinaryPrimitives.ReadUInt64BigEndian(octets[8..]));

    public void WriteV4(Span<byte> octets) => BinaryPrimitives.WriteUInt32BigEndian(octets, V4);

    public void WriteV6(Span<byte> octets)
    {
        BinaryPrimitives.WriteUInt64BigEndian(octets, High);
        BinaryPrimitives.WriteUInt64BigEndian(octets[8..], Low);
    }

    public static IpAddr From(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        Span<byte> octets = stackalloc byte[16];
        address.TryWriteBytes(octets, out _);
        return address.AddressFamily == AddressFamily.InterNetwork ? ReadV4(octets) : ReadV6(octets);
    }

    public IPAddress ToIPAddress()
    {
        Span<byte> octets = stackalloc byte[16];
        WriteV6(octets);
        return new IPAddress(IsV4 ? octets[12..] : octets);
    }

    /// <exception cref="FormatException">The text is no IP address.</exception>
    public static IpAddr Parse(string text) => From(IPAddress.Parse(text));

    public override string ToString() => ToIPAddress().ToString();
}
