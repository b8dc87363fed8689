using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Benchmarks;

/// <summary>A device with one packet of room each way: the benchmark itself is the network and the peers on it.</summary>
internal sealed class PeerDevice : IPacketDevice
{
    private readonly byte[] _toStack = new byte[2048];
    private readonly byte[] _fromStack = new byte[2048];
    private int _toStackLength;
    private int _fromStackLength;

    public int Mtu => 1500;

    public long Answers { get; private set; }

    /// <summary>The last packet that the stack sent.</summary>
    public Packet Answer
    {
        get
        {
            PacketReader.Read(_fromStack.AsSpan(0, _fromStackLength), out var packet, ChecksumCheck.Trusted);
            return packet;
        }
    }

    /// <summary>Puts a segment on its way to the stack.</summary>
    /// <param name="tuple">As the peer sees it.</param>
    public void Send(in FourTuple tuple, in Segment segment) =>
        _toStackLength = SegmentWriter.Write(_toStack, in tuple, PathAttributes.Default, in segment);

    public int Read(Span<byte> buffer)
    {
        var length = _toStackLength;
        _toStack.AsSpan(0, length).CopyTo(buffer);
        _toStackLength = 0;
        return length;
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        packet.CopyTo(_fromStack);
        _fromStackLength = packet.Length;
        Answers++;
        return WriteOutcome.Written;
    }

    public void Dispose()
    {
    }
}
