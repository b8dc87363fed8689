using System.Buffers;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>The server's link: what arrives waits until the stack reads it, what the stack writes goes to the network at once.</summary>
internal sealed class SimulatedDevice(PacketSink network) : IPacketDevice
{
    private readonly Queue<(byte[] Octets, int Length)> _arrived = new();

    public int Mtu => 1500;

    public void Arrive(ReadOnlySpan<byte> packet)
    {
        var octets = ArrayPool<byte>.Shared.Rent(packet.Length);
        packet.CopyTo(octets);
        _arrived.Enqueue((octets, packet.Length));
    }

    public int Read(Span<byte> buffer)
    {
        if (!_arrived.TryDequeue(out var packet))
        {
            return 0;
        }

        packet.Octets.AsSpan(0, packet.Length).CopyTo(buffer);
        ArrayPool<byte>.Shared.Return(packet.Octets);
        return packet.Length;
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        network(packet);
        return WriteOutcome.Written;
    }

    public void Dispose()
    {
    }
}
