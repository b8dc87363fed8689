using System.Buffers.Binary;
using ActorTcp.Wire;

namespace ActorTcp.Packetdrill;

/// <summary>
/// Scripts compare the options of a segment octet by octet, and their order and padding are nobody's rule: the stack has them as Linux does,
/// FreeBSD's suite as FreeBSD does. The same options fill as many octets in both, so those of a SYN can be rearranged within the packet.
/// </summary>
internal static class FreeBsdOptions
{
    private const int TcpHeader = 20;

    // In FreeBSD's order; NOPs go before an option until its place, divided by the modulus, leaves the remainder.
    private static readonly (OptionKind Kind, int Modulus, int Remainder)[] Order =
    [
        (OptionKind.Mss, 4, 0),
        (OptionKind.WindowScale, 2, 1),
        (OptionKind.SackPermitted, 2, 0),
        (OptionKind.Timestamps, 4, 2),
        (OptionKind.FastOpen, 1, 0),
    ];

    public static void Arrange(Span<byte> packet)
    {
        var isV4 = packet[0] >> 4 == 4;
        var tcp = packet[(isV4 ? 20 : 40)..];
        if (((ControlBits)tcp[13] & ControlBits.Syn) == 0)
        {
            return;
        }

        var options = tcp[TcpHeader..((tcp[12] >> 4) * 4)];
        Span<byte> arranged = stackalloc byte[options.Length];
        arranged.Clear();   // End of Option List
        var at = 0;
        foreach (var (kind, modulus, remainder) in Order)
        {
            var option = Find(options, kind);
            if (option.IsEmpty)
            {
                continue;
            }

            for (; at % modulus != remainder; at++)
            {
                arranged[at] = (byte)OptionKind.NoOperation;
            }

            option[..option[1]].CopyTo(arranged[at..]);
            at += option[1];
        }

        arranged.CopyTo(options);
        Checksum(packet, tcp, isV4);
    }

    private static ReadOnlySpan<byte> Find(ReadOnlySpan<byte> options, OptionKind kind)
    {
        for (var at = 0; at < options.Length && options[at] != (byte)OptionKind.EndOfList;)
        {
            if (options[at] == (byte)kind)
            {
                return options[at..];
            }

            at += options[at] == (byte)OptionKind.NoOperation ? 1 : options[at + 1];
        }

        return [];
    }

    private static void Checksum(ReadOnlySpan<byte> packet, Span<byte> tcp, bool isV4)
    {
        var addresses = isV4 ? packet[12..20] : packet[8..40];
        var sum = InternetChecksum.Sum(addresses, (uint)tcp.Length + (uint)IpProtocol.Tcp);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[16..], 0);
        BinaryPrimitives.WriteUInt16BigEndian(tcp[16..], InternetChecksum.Compute(tcp, sum));
    }
}
