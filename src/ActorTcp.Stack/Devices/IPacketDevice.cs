namespace ActorTcp.Stack;

/// <summary>One queue of a network interface that carries whole IP packets. Used by one shard's thread only.</summary>
public interface IPacketDevice : IDisposable
{
    /// <summary>The largest IP packet that the device carries, in octets.</summary>
    int Mtu { get; }

    /// <summary>Reads the next packet; never blocks.</summary>
    /// <returns>Its length in octets, or 0 when none is waiting.</returns>
    /// <exception cref="IOException">The device is gone: fatal for the shard.</exception>
    int Read(Span<byte> buffer);

    /// <summary>Writes one packet; never blocks.</summary>
    /// <exception cref="IOException">The device is gone: fatal for the shard.</exception>
    WriteOutcome Write(ReadOnlySpan<byte> packet);
}
