namespace ActorTcp.Stack;

/// <summary>Packets on their way from one thread to one other, without a lock. What does not fit is lost, as on any wire.</summary>
/// <param name="capacity">Packets that may wait; a power of two.</param>
internal sealed class PacketRing(int capacity)
{
    private readonly byte[][] _octets = new byte[capacity][];
    private readonly int[] _lengths = new int[capacity];
    private uint _written;
    private uint _read;

    public bool IsEmpty => Volatile.Read(ref _written) == Volatile.Read(ref _read);

    /// <summary>By the writing thread only.</summary>
    /// <returns>Whether there was room.</returns>
    public bool TryWrite(ReadOnlySpan<byte> packet)
    {
        if (_written - Volatile.Read(ref _read) == (uint)capacity)
        {
            return false;
        }

        var place = _written % (uint)capacity;
        if (_octets[place] is not { } octets || octets.Length < packet.Length)
        {
            _octets[place] = octets = GC.AllocateUninitializedArray<byte>(BufferPool.SizeFor(packet.Length));
        }

        packet.CopyTo(octets);
        _lengths[place] = packet.Length;
        Volatile.Write(ref _written, _written + 1);
        return true;
    }

    /// <summary>By the reading thread only.</summary>
    /// <returns>The length of the packet in octets, or 0 when none is waiting.</returns>
    public int Read(Span<byte> buffer)
    {
        if (_read == Volatile.Read(ref _written))
        {
            return 0;
        }

        var place = _read % (uint)capacity;
        var length = _lengths[place];
        _octets[place].AsSpan(0, length).CopyTo(buffer);
        Volatile.Write(ref _read, _read + 1);
        return length;
    }
}
