using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Dashboard;

/// <summary>The TCP headers of segments that passed while somebody looked: a history keeps no options. SYNs have their own room, or bulk transfers would overwrite them.</summary>
internal sealed class HeaderMemory : ITap
{
    private readonly Lock _gate = new();
    private readonly HeaderRing _syns = new(1024);
    private readonly HeaderRing _others = new(2048);

    /// <summary>The header of a segment that a history tells of; empty when nobody looked on, or it is too long ago.</summary>
    /// <param name="tuple">Seen from this side.</param>
    public byte[] Find(in FourTuple tuple, in HistoryEntry entry)
    {
        lock (_gate)
        {
            return (entry.HasSyn ? _syns : _others).Find(HeaderKey.Of(in tuple, in entry));
        }
    }

    /// <remarks>It does not wait: what passes while somebody searches is not remembered.</remarks>
    void ITap.Packet(in TappedPacket packet)
    {
        if (packet.Reason != DropReason.None || packet.Tuple == default || PacketReader.Read(packet.Octets, out var read, ChecksumCheck.Trusted) != DropReason.None || read.Kind != PacketKind.Tcp)
        {
            return;
        }

        if (_gate.TryEnter())
        {
            var segment = read.Tcp;
            var key = HeaderKey.Of(packet.Tuple, packet.Direction == PcapDirection.Inbound, in segment);
            (segment.HasSyn ? _syns : _others).Add(in key, TcpHeader(packet.Octets));
            _gate.Exit();
        }
    }

    void ITap.Moved(TimeSpan at, ConnectionActor connection, TcpState from, Cause cause, TcpState to)
    {
    }

    void ITap.Ended(TimeSpan at, ConnectionActor connection, ConnectionEnd end)
    {
    }

    void ITap.Decided(TimeSpan at, Counter what, in FourTuple tuple)
    {
    }

    /// <summary>Without what IP put before it and the text behind it; empty behind extension headers, which hardly anybody sends with TCP.</summary>
    private static ReadOnlySpan<byte> TcpHeader(ReadOnlySpan<byte> octets)
    {
        const int Ipv6Header = 40;
        if (octets[0] >> 4 == 6 && octets[6] != (byte)IpProtocol.Tcp)
        {
            return [];
        }

        var tcp = octets[(octets[0] >> 4 == 4 ? (octets[0] & 0xF) * 4 : Ipv6Header)..];
        return tcp[..((tcp[12] >> 4) * 4)];
    }
}
