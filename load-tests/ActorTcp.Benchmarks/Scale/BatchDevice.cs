using System.Buffers.Binary;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Benchmarks;

/// <summary>A device that hands out a batch of packets made beforehand, so that a measurement holds the stack's work and hardly any of its peers'.</summary>
/// <param name="next">By peer, the sequence number that the stack uses next, as its last packet tells: what the peer will acknowledge; null where no peer goes on.</param>
internal sealed class BatchDevice(uint[]? next) : IPacketDevice
{
    /// <summary>Packets of a batch, at most: as many as a busy TUN may hold when its reader comes.</summary>
    public const int Most = 64;

    private const int Room = 64;
    private readonly byte[] _packets = new byte[Most * Room];
    private readonly int[] _lengths = new int[Most];
    private int _read;

    public int Mtu => 1500;

    public int Count { get; private set; }

    public long Answers { get; private set; }

    public void Add(in FourTuple tuple, in Segment segment)
    {
        if (_read == Count)
        {
            (_read, Count) = (0, 0);   // the stack stops at a full batch, and does not ask whether there is more
        }

        _lengths[Count] = SegmentWriter.Write(_packets.AsSpan(Count++ * Room, Room), in tuple, PathAttributes.Default, in segment);
    }

    public int Read(Span<byte> buffer)
    {
        if (_read == Count)
        {
            (_read, Count) = (0, 0);
            return 0;
        }

        _packets.AsSpan(_read * Room, _lengths[_read]).CopyTo(buffer);
        return _lengths[_read++];
    }

    /// <summary>Takes the sequence number out of an IPv4 header without options and a TCP header.</summary>
    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        Answers++;
        if (next is null)
        {
            return WriteOutcome.Written;
        }

        var tcp = packet[20..];
        var text = packet.Length - 20 - (tcp[12] >> 4) * 4;
        var control = (ControlBits)tcp[13];
        var length = text + (control.HasFlag(ControlBits.Syn) ? 1 : 0) + (control.HasFlag(ControlBits.Fin) ? 1 : 0);
        var peer = Crowd.NumberOf(BinaryPrimitives.ReadUInt32BigEndian(packet[16..]), BinaryPrimitives.ReadUInt16BigEndian(tcp[2..]));
        next[peer] = BinaryPrimitives.ReadUInt32BigEndian(tcp[4..]) + (uint)length;
        return WriteOutcome.Written;
    }

    public void Dispose()
    {
    }
}
