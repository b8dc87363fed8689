using System.Buffers.Binary;

namespace ActorTcp.Testing;

/// <summary>RFC 1071 §1 word by word: slow, and plain enough to be believed.</summary>
internal static class ReferenceChecksum
{
    public static ushort Of(ReadOnlySpan<byte> octets, uint initial = 0)
    {
        ulong sum = initial;
        for (var i = 0; i < octets.Length; i++)
            sum += i % 2 == 0 ? (uint)octets[i] << 8 : octets[i];
        while (sum > 0xFFFF)
            sum = (sum & 0xFFFF) + (sum >> 16);
        return (ushort)~sum;
    }

    /// <summary>Makes the checksums of a packet right as far as its other fields still make sense, so that damage elsewhere gets deep into a parser.</summary>
    public static void Repair(Span<byte> packet)
    {
        if (packet.Length >= 20 && packet[0] >> 4 == 4)
            RepairV4(packet);
        else if (packet.Length >= 40 && packet[0] >> 4 == 6)
            RepairPayload(packet[40..], packet[6] is 6 or 58 ? packet[6] : packet[40..].Length > 8 ? packet[40] : 0, packet[8..40], packet[6] is 6 or 58 ? 0 : 8);
    }

    private static void RepairV4(Span<byte> packet)
    {
        var header = (packet[0] & 15) * 4;
        var total = Math.Min(BinaryPrimitives.ReadUInt16BigEndian(packet[2..]), packet.Length);
        if (header < 20 || header > total)
            return;
        Put(packet[..header], 10, 0);
        RepairPayload(packet[header..total], packet[9], packet[12..20], 0);
    }

    private static void RepairPayload(Span<byte> payload, int protocol, ReadOnlySpan<byte> addresses, int skip)
    {
        if (payload.Length < skip + 20)
            return;
        payload = payload[skip..];
        uint pseudo = (uint)protocol + (uint)payload.Length + (ushort)~Of(addresses);
        if (protocol == 6)
            Put(payload, 16, pseudo);
        else if (protocol is 1 or 58)
            Put(payload, 2, protocol == 1 ? 0 : pseudo);
    }

    private static void Put(Span<byte> octets, int at, uint initial)
    {
        BinaryPrimitives.WriteUInt16BigEndian(octets[at..], 0);
        BinaryPrimitives.WriteUInt16BigEndian(octets[at..], Of(octets, initial));
    }
}
