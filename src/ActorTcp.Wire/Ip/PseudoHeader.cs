namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.1 and RFC 8200 §8.1: the pseudo-header that binds a segment or ICMPv6 message to its addresses.</summary>
internal static class PseudoHeader
{
    /// <summary>The partial checksum of the pseudo-header of <paramref name="length"/> octets of payload.</summary>
    public static uint Sum(in IpAddr source, in IpAddr destination, IpProtocol protocol, int length)
    {
        // The mapped prefix that an IPv4 address carries is no part of its pseudo-header.
        var addresses = source.IsV4
            ? (ulong)source.V4 + destination.V4
            : Halves(source.High) + Halves(source.Low) + Halves(destination.High) + Halves(destination.Low);
        var sum = addresses + (uint)protocol + (uint)length;
        sum = (sum & 0xFFFF) + ((sum >> 16) & 0xFFFF) + (sum >> 32);
        return (uint)sum;
    }

    private static ulong Halves(ulong value) => (uint)value + (value >> 32);
}
