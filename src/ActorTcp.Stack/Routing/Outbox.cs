namespace ActorTcp.Stack;

/// <summary>
/// Packets on their way to the device, which leave one after the other when a batch has been handled. Written at once, each answer would wake a client that
/// sleeps, at the writer's cost, and let it sleep again before the next one comes.
/// </summary>
internal sealed class Outbox(IPacketDevice device, Counters counters)
{
    /// <summary>No packet is longer, in octets.</summary>
    public const int MostOctets = 65536;

    private const int MostPackets = 64;

    private readonly int _headroom = device.Headroom;
    private readonly byte[] _octets = GC.AllocateUninitializedArray<byte>(2 * (device.Headroom + MostOctets), pinned: true);
    private readonly (int Start, int End, PacketOffload Offload)[] _packets = new (int, int, PacketOffload)[MostPackets];
    private int _count;
    private int _end;

    /// <summary>Where the next packet is to be written.</summary>
    public Span<byte> Next => _octets.AsSpan(_end + _headroom, MostOctets);

    /// <summary>The packet that has been written at <see cref="Next"/> is to leave.</summary>
    public void Add(int length, PacketOffload offload)
    {
        var start = _end;
        _end += _headroom + length;
        _packets[_count++] = (start, _end, offload);
        if (_count == MostPackets || _end > _octets.Length / 2)
        {
            Flush();
        }
    }

    /// <exception cref="IOException">The device is gone.</exception>
    public void Flush()
    {
        var count = _count;
        (_count, _end) = (0, 0);   // what follows may throw
        for (var i = 0; i < count; i++)
        {
            var (start, end, offload) = _packets[i];
            switch (device.Write(_octets.AsSpan(start..end), offload))
            {
                case WriteOutcome.Written:
                    counters.Add(Counter.PacketsOut);
                    counters.Add(Counter.OctetsOut, end - start - _headroom);
                    break;
                case WriteOutcome.Pressure:
                    counters.Add(Counter.DevicePressure);
                    break;
                case WriteOutcome.Refused:
                    counters.Add(Counter.DeviceRefusals);
                    break;
            }
        }
    }
}
