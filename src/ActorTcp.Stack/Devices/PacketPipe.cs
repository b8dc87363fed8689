using ActorTcp.Actors;

namespace ActorTcp.Stack;

/// <summary>One end of a link in memory: what is written here is read at the other end. It is the parking of its shard as well, since only the other end can end the wait.</summary>
public sealed class PacketPipe : IPacketDevice, IParking
{
    private const int Capacity = 4096;

    private readonly PacketRing _arriving;
    private readonly PacketRing _leaving;
    private readonly ThreadParking _thread = new();
    private PacketPipe _other;
    private int _isParked;

    private PacketPipe(int mtu, PacketRing arriving, PacketRing leaving)
    {
        (Mtu, _arriving, _leaving) = (mtu, arriving, leaving);
        _other = this;
    }

    public int Mtu { get; }

    /// <summary>A link between two stacks, one shard each.</summary>
    public static (PacketPipe One, PacketPipe Other) CreatePair(int mtu = 1500)
    {
        var (there, back) = (new PacketRing(Capacity), new PacketRing(Capacity));
        var (one, other) = (new PacketPipe(mtu, back, there), new PacketPipe(mtu, there, back));
        (one._other, other._other) = (other, one);
        return (one, other);
    }

    /// <summary>A loopback device: a stack of one shard that talks to itself.</summary>
    public static PacketPipe CreateLoop(int mtu = 1500)
    {
        var ring = new PacketRing(Capacity);
        return new PacketPipe(mtu, ring, ring);
    }

    public int Read(Span<byte> buffer) => _arriving.Read(buffer);

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        if (packet.Length > Mtu)
        {
            return WriteOutcome.Refused;
        }

        if (!_leaving.TryWrite(packet))
        {
            return WriteOutcome.Pressure;
        }

        _other.PacketArrived();
        return WriteOutcome.Written;
    }

    public void Park(TimeSpan timeout)
    {
        Interlocked.Exchange(ref _isParked, 1);   // announced before the last look, as the writer looks after its last write
        if (_arriving.IsEmpty)
        {
            _thread.Park(timeout);
        }

        Volatile.Write(ref _isParked, 0);
    }

    public void Wake() => _thread.Wake();

    /// <summary>Nothing to give back: a late wake-up from the other end does no harm.</summary>
    public void Dispose()
    {
    }

    private void PacketArrived()
    {
        Interlocked.MemoryBarrier();
        if (Volatile.Read(ref _isParked) != 0)
        {
            _thread.Wake();
        }
    }
}
