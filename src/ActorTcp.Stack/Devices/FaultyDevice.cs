namespace ActorTcp.Stack;

/// <summary>A bad wire in front of a good device: what it does to packets, connections must bear.</summary>
/// <remarks>It asks for no offload: what it does, it does to each segment.</remarks>
/// <param name="inner">Belongs to this one from then on.</param>
public sealed class FaultyDevice(IPacketDevice inner, Faults faults) : IPacketDevice
{
    private readonly Random _random = new(faults.Seed);
    private readonly byte[] _packet = GC.AllocateUninitializedArray<byte>(65536);
    private readonly Lane _arriving = new();
    private readonly Lane _leaving = new();

    public int Mtu => inner.Mtu;

    public int Read(Span<byte> buffer)
    {
        while (true)
        {
            if (_arriving.Ready.Read(buffer) is > 0 and var ready)
            {
                return ready;
            }

            var length = inner.Read(buffer);
            if (length <= 0)
            {
                Leave(_leaving.Held);
                return _arriving.Held.Read(buffer);   // nothing comes that could overtake it
            }

            Pass(buffer[..length], _arriving);
        }
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        Pass(packet, _leaving);
        return Leave(_leaving.Ready);
    }

    public void Dispose() => inner.Dispose();

    private void Pass(ReadOnlySpan<byte> packet, Lane lane)
    {
        if (Chance(faults.Loss))
        {
            return;
        }

        var damaged = _packet.AsSpan(0, packet.Length);
        packet.CopyTo(damaged);
        if (Chance(faults.Corruption))
        {
            damaged[_random.Next(damaged.Length)] ^= (byte)(1 << _random.Next(8));
        }

        if (lane.Held.IsEmpty && Chance(faults.Reordering))
        {
            lane.Held.TryWrite(damaged);
            return;
        }

        lane.Ready.TryWrite(damaged);
        if (Chance(faults.Duplication))
        {
            lane.Ready.TryWrite(damaged);
        }

        if (lane.Held.Read(_packet) is > 0 and var overtaken)
        {
            lane.Ready.TryWrite(_packet.AsSpan(0, overtaken));
        }
    }

    private WriteOutcome Leave(PacketRing packets)
    {
        var outcome = WriteOutcome.Written;
        while (packets.Read(_packet) is > 0 and var length)
        {
            outcome = inner.Write(_packet.AsSpan(0, length));
        }

        return outcome;
    }

    private bool Chance(double share) => share > 0 && _random.NextDouble() < share;

    /// <summary>One direction: what has passed the bad spot, and the packet that the next one is to overtake.</summary>
    private sealed class Lane
    {
        public PacketRing Ready { get; } = new(4);

        public PacketRing Held { get; } = new(1);
    }
}
