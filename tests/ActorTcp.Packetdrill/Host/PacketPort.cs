using ActorTcp.Stack;

namespace ActorTcp.Packetdrill;

/// <summary>The device on which the script and the stack meet.</summary>
internal sealed class PacketPort(TimeProvider time, int mtu, Dialect dialect) : IPacketDevice
{
    private readonly Queue<byte[]> _arriving = new();
    private readonly Queue<(byte[] Packet, long SentAt)> _sent = new();

    public int Mtu => mtu;

    public void Inject(byte[] packet) => _arriving.Enqueue(packet);

    /// <summary>The next packet that has left the stack, and at which tick of the clock.</summary>
    public bool TrySniff(out (byte[] Packet, long SentAt) sent) => _sent.TryDequeue(out sent);

    public int Read(Span<byte> buffer)
    {
        if (!_arriving.TryDequeue(out var packet))
        {
            return 0;
        }

        packet.CopyTo(buffer);
        return packet.Length;
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        var copy = packet.ToArray();
        if (dialect == Dialect.FreeBsd)
        {
            FreeBsdOptions.Arrange(copy);
        }

        _sent.Enqueue((copy, time.GetTimestamp()));
        return WriteOutcome.Written;
    }

    public void Dispose()
    {
    }
}
