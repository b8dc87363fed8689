using System.Buffers.Binary;
using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>
/// RFC 7413 §4.1.2: a server's cookies of eight octets, a MAC of the two addresses. Nothing is kept about them, nobody without the key can make one,
/// and one that was made for an address is of no use to another.
/// </summary>
/// <remarks>The MAC is SipHash-2-4 of the client's and the server's address, as in Linux: with the same key either accepts the other's.</remarks>
internal sealed class FastOpenCookies(FastOpenKeys keys)
{
    private const int AddressesLength = 32;

    public FastOpenOption Make(in FourTuple tuple, TimeSpan now) => Make(keys.Primary(now), in tuple);

    public CookieVerdict Judge(in FastOpenOption option, in FourTuple tuple, TimeSpan now) =>
        option.IsSameCookie(Make(keys.Primary(now), in tuple)) ? CookieVerdict.Fresh
        : option.IsSameCookie(Make(keys.Backup(now), in tuple)) ? CookieVerdict.Ageing
        : CookieVerdict.Invalid;

    private static FastOpenOption Make(SipKey key, in FourTuple tuple)
    {
        Span<byte> addresses = stackalloc byte[AddressesLength];
        var length = Write(addresses, tuple.Remote);
        length += Write(addresses[length..], tuple.Local);
        var cookie = default(FastOpenCookie);
        BinaryPrimitives.WriteUInt64LittleEndian(cookie, SipHash.Of(in key, addresses[..length]));
        return new FastOpenOption(cookie, sizeof(ulong), IsExperimental: false);
    }

    private static int Write(Span<byte> octets, IpAddr address)
    {
        if (address.IsV4)
        {
            address.WriteV4(octets);
            return 4;
        }

        address.WriteV6(octets);
        return 16;
    }
}
