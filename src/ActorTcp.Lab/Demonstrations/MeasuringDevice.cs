using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>
/// Measures what each segment costs: it ends a shard's batch of packets behind each segment, and the shard handles a batch to the end before it reads the next, on one
/// thread; so all that this thread allocates until then was for the one segment.
/// </summary>
internal sealed class MeasuringDevice(IPacketDevice device) : IPacketDevice
{
    private readonly List<TurnCost> _costs = new(256);
    private BufferPool? _buffers;
    private long _lentBefore;
    private long _allocatedBefore;
    private bool _isSegment;
    private bool _hasEnded;

    public int Mtu => device.Mtu;

    /// <summary>One for each TCP segment that was read, in order.</summary>
    public IReadOnlyList<TurnCost> Costs => _costs;

    /// <summary>From now on, for the only shard of this stack.</summary>
    public void Watch(TcpStack stack) => _buffers = stack.Routers[0].Buffers;

    public int Read(Span<byte> buffer)
    {
        if (_isSegment && !_hasEnded)
        {
            _hasEnded = true;
            return 0;
        }

        if (_isSegment)
        {
            var allocated = GC.GetAllocatedBytesForCurrentThread() - _allocatedBefore;
            _costs.Add(new TurnCost(allocated, _buffers!.Lent, _lentBefore));
        }

        var length = device.Read(buffer);
        _hasEnded = false;
        _isSegment = length > 0 && _buffers is not null
            && PacketReader.Read(buffer[..length], out var packet) == DropReason.None && packet.Kind == PacketKind.Tcp;
        _lentBefore = _buffers?.Lent ?? 0;
        _allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        return length;
    }

    /// <remarks>What the device itself allocates is not the stack's.</remarks>
    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var outcome = device.Write(packet);
        _allocatedBefore += GC.GetAllocatedBytesForCurrentThread() - before;
        return outcome;
    }

    public void Dispose() => device.Dispose();
}
