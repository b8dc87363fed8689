using ActorTcp.Wire;

namespace ActorTcp.Tests.Wire;

/// <summary>Everything that was read of a packet, in one number; spans count with their place in the packet, and must lie inside it.</summary>
internal static class PacketDigest
{
    public static int Of(in Packet packet, ReadOnlySpan<byte> octets)
    {
        var hash = default(HashCode);
        hash.Add(packet.Ip);
        hash.Add(packet.Kind);
        hash.Add(OfSegment(in packet));
        hash.Add(PlaceOf(packet.Tcp.Text, octets));
        hash.Add(packet.Icmp.Type << 8 | packet.Icmp.Code);
        hash.Add(packet.Icmp.RestOfHeader);
        hash.Add(packet.Icmp.Error);
        hash.Add(PlaceOf(packet.Icmp.Body, octets));
        hash.Add(packet.Icmp.TryReadQuoted(out var tuple, out var seq));
        hash.Add(tuple);
        hash.Add(seq);
        return hash.ToHashCode();
    }

    /// <summary>What a segment says, without what only its layout says.</summary>
    public static int OfSegment(in Packet packet)
    {
        var hash = default(HashCode);
        hash.Add(packet.Tuple);
        hash.Add(packet.Tcp.Seq);
        hash.Add(packet.Tcp.Ack);
        hash.Add((uint)packet.Tcp.Control << 16 | packet.Tcp.Wnd);
        hash.Add(packet.Tcp.Up);
        hash.AddBytes(packet.Tcp.Text);
        Add(ref hash, packet.Tcp.Options);
        return hash.ToHashCode();
    }

    private static void Add(ref HashCode hash, in TcpOptions options)
    {
        hash.Add(options.Present & ~(OptionKinds.Unknown | OptionKinds.Malformed));
        hash.Add(options.Mss << 16 | options.WindowScale);
        hash.Add(options.UserTimeout);
        hash.Add((ulong)options.TsVal << 32 | options.TsEcr);
        foreach (var block in options.Sacks[..options.SackCount])
            hash.Add(block);
        hash.AddBytes(options.Cookie[..options.CookieLength]);
    }

    private static int PlaceOf(ReadOnlySpan<byte> part, ReadOnlySpan<byte> whole)
    {
        if (part.IsEmpty)
            return -1;
        Assert.True(whole.Overlaps(part, out var at) && at + part.Length <= whole.Length);
        return at;
    }
}
