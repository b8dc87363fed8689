using ActorTcp.Stack;

namespace ActorTcp.Testing;

/// <summary>A device whose other side is the test.</summary>
internal sealed class MemoryDevice : IPacketDevice
{
    public Queue<byte[]> Arriving { get; } = new();

    public List<byte[]> Written { get; } = [];

    /// <summary>Those of <see cref="Written"/> whose checksum the device was to finish.</summary>
    public HashSet<byte[]> Unfinished { get; } = [];

    public int Mtu { get; init; } = 1500;

    /// <summary>Whether it takes and gives super-segments.</summary>
    public bool Offloads { get; init; }

    /// <summary>What is left to the reader of the packets that arrive.</summary>
    public PacketOffload Arrived { get; set; }

    /// <summary>The segment size of each packet written: 0 for a single segment.</summary>
    public List<int> SegmentSizes { get; } = [];

    public int Headroom { get; init; }

    public bool TryOffload() => Offloads;

    public int Read(Span<byte> buffer, out PacketOffload offload)
    {
        offload = Arrived;
        return Read(buffer[Headroom..]);
    }

    public int Read(Span<byte> buffer)
    {
        if (!Arriving.TryDequeue(out var packet))
        {
            return 0;
        }

        packet.CopyTo(buffer);
        return packet.Length;
    }

    public WriteOutcome Write(Span<byte> buffer, PacketOffload offload)
    {
        SegmentSizes.Add(offload.SegmentSize);
        buffer[..Headroom].Clear();
        var outcome = Write((ReadOnlySpan<byte>)buffer[Headroom..]);
        if (offload.Checksum == PacketChecksum.PseudoHeader)
        {
            Unfinished.Add(Written[^1]);
        }

        return outcome;
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        Written.Add(packet.ToArray());
        return WriteOutcome.Written;
    }

    public void Dispose()
    {
    }
}
