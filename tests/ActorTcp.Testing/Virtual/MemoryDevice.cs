using ActorTcp.Stack;

namespace ActorTcp.Testing;

/// <summary>A device whose other side is the test.</summary>
internal sealed class MemoryDevice : IPacketDevice
{
    public Queue<byte[]> Arriving { get; } = new();

    public List<byte[]> Written { get; } = [];

    /// <summary>What the next write throws.</summary>
    public Exception? Failure { get; set; }

    public int Mtu { get; init; } = 1500;

    public int Read(Span<byte> buffer)
    {
        if (!Arriving.TryDequeue(out var packet))
        {
            return 0;
        }

        packet.CopyTo(buffer);
        return packet.Length;
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        if (Failure is { } failure)
        {
            Failure = null;
            throw failure;
        }

        Written.Add(packet.ToArray());
        return WriteOutcome.Written;
    }

    public void Dispose()
    {
    }
}
