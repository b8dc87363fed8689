namespace ActorTcp.Stack;

/// <summary>
/// Packets that have been read from the device and are handled next. A batch of them keeps the kernel's code and ours in the processor's caches for longer, and lets
/// the memory of many connections be fetched at the same time.
/// </summary>
internal sealed class Arrivals(IPacketDevice device)
{
    private const int MostPackets = 64;

    private readonly int _headroom = device.Headroom;
    private readonly byte[] _octets = GC.AllocateUninitializedArray<byte>(2 * (device.Headroom + Outbox.MostOctets), pinned: true);
    private readonly Arrival[] _packets = new Arrival[MostPackets];

    public int Count { get; private set; }

    public Span<Arrival> All => _packets.AsSpan(0, Count);

    public ReadOnlySpan<byte> Packet(int index) => _octets.AsSpan(_packets[index].Start, _packets[index].Length);

    /// <summary>Reads what waits, as far as there is room for more of the largest packets.</summary>
    /// <exception cref="IOException">The device is gone.</exception>
    public void Read()
    {
        Count = 0;
        for (var start = 0; Count < MostPackets && _octets.Length - start >= _headroom + Outbox.MostOctets;)
        {
            var length = device.Read(_octets.AsSpan(start, _headroom + Outbox.MostOctets), out var offload);
            if (length <= 0)
            {
                return;
            }

            start += _headroom;
            _packets[Count++] = new Arrival { Start = start, Length = length, Offload = offload };
            start += length;
        }
    }
}
