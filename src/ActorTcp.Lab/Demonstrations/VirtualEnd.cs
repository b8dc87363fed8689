using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>One end of a <see cref="VirtualLink"/>.</summary>
internal sealed class VirtualEnd(Action<byte[]> send) : IPacketDevice
{
    private readonly Queue<byte[]> _arrived = new();

    public int Mtu => 1500;

    public void Arrive(byte[] packet) => _arrived.Enqueue(packet);

    public int Read(Span<byte> buffer)
    {
        if (!_arrived.TryDequeue(out var packet))
        {
            return 0;
        }

        packet.CopyTo(buffer);
        return packet.Length;
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        send(packet.ToArray());
        return WriteOutcome.Written;
    }

    public void Dispose()
    {
    }
}
