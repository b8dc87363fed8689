using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Those who look on at one shard, and what they are shown. While there are none, there is no such object.</summary>
internal sealed class Taps(SegmentRouter router)
{
    private ITap[] _taps = [];

    public bool IsEmpty => _taps.Length == 0;

    public void Add(ITap tap) => _taps = [.. _taps, tap];

    public void Remove(ITap tap) => _taps = [.. _taps.Where(each => each != tap)];

    /// <summary>A packet that belongs to another shard is shown there.</summary>
    public void Arrives(ReadOnlySpan<byte> octets, PacketOffload offload, bool mayHandOver)
    {
        var reason = PacketReader.Read(octets, out var packet, offload.ToCheck());
        var tuple = reason == DropReason.None ? TupleOf(in packet) : default;
        if (!mayHandOver || tuple == default || router.Owns(in tuple))
        {
            Show(octets, PcapDirection.Inbound, reason, in tuple);
        }
    }

    public void Leaves(ReadOnlySpan<byte> octets)
    {
        var reason = PacketReader.Read(octets, out var packet, ChecksumCheck.Trusted);
        var tuple = reason == DropReason.None && packet.Kind == PacketKind.Tcp ? packet.Tuple.Reversed : default;
        Show(octets, PcapDirection.Outbound, reason, in tuple);
    }

    public void Happened(ConnectionActor connection, in HistoryEntry entry)
    {
        foreach (var tap in _taps)
        {
            tap.Happened(connection, in entry);
        }
    }

    public void Ended(ConnectionActor connection, ConnectionEnd end)
    {
        foreach (var tap in _taps)
        {
            tap.Ended(router.Shard.Now, connection, end);
        }
    }

    public void Decided(TcpListener listener, Counter what, in FourTuple tuple)
    {
        foreach (var tap in _taps)
        {
            tap.Decided(router.Shard.Now, listener, what, in tuple);
        }
    }

    public void Switched(TcpListener listener, HalfOpenPolicy former)
    {
        foreach (var tap in _taps)
        {
            tap.Switched(router.Shard.Now, listener, former);
        }
    }

    private void Show(ReadOnlySpan<byte> octets, PcapDirection direction, DropReason reason, in FourTuple tuple)
    {
        var connection = tuple == default ? null : router.Flows.Find(in tuple, router.Hash(in tuple));
        var packet = new TappedPacket
        {
            At = router.Shard.Now,
            Direction = direction,
            Octets = octets,
            Reason = reason,
            Tuple = tuple,
            Connection = connection,
            State = connection?.Tcb.State ?? router.StateOf(in tuple),
        };
        foreach (var tap in _taps)
        {
            tap.Packet(in packet);
        }
    }

    private static FourTuple TupleOf(in Packet packet) =>
        packet.Kind == PacketKind.Tcp ? packet.Tuple
        : packet.Icmp.TryReadQuoted(out var quoted, out _) ? quoted
        : default;
}
