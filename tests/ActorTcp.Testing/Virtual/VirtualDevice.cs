using System.Buffers;
using ActorTcp.Stack;

namespace ActorTcp.Testing;

/// <summary>One queue of a virtual host's interface.</summary>
internal sealed class VirtualDevice(VirtualNetwork network, VirtualHost host) : IPacketDevice
{
    private readonly Queue<VirtualPacket> _arrived = new();

    public int Mtu => host.Link.Mtu;

    public void Arrive(in VirtualPacket packet) => _arrived.Enqueue(packet);

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
        if (packet.Length > Mtu)
        {
            return WriteOutcome.Refused;
        }

        network.Send(host, packet);
        return WriteOutcome.Written;
    }

    public void Dispose()
    {
    }
}
