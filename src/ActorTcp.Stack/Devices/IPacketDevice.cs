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

    /// <summary>Asks the device for super-segments of up to 65,535 octets and for checksums of the pseudo-header only, in both directions.</summary>
    /// <returns>Whether it takes and gives them from now on; else every packet is one segment with its whole checksum.</returns>
    bool TryOffload() => false;

    /// <summary>Octets in front of a packet that the calls below leave to the device, so that what it says to the kernel lies beside the packet: one buffer is cheaper to pass than two.</summary>
    int Headroom => 0;

    /// <summary>As <see cref="Read(Span{byte})"/>, and says what is left to the reader.</summary>
    /// <param name="buffer">The packet begins behind the <see cref="Headroom"/>.</param>
    int Read(Span<byte> buffer, out PacketOffload offload)
    {
        offload = default;
        return Read(buffer);
    }

    /// <summary>As <see cref="Write(ReadOnlySpan{byte})"/>, and leaves something to the device, which has agreed to it by <see cref="TryOffload"/>.</summary>
    /// <param name="buffer">The <see cref="Headroom"/>, which the device may overwrite, and the packet.</param>
    WriteOutcome Write(Span<byte> buffer, PacketOffload offload) => Write((ReadOnlySpan<byte>)buffer);
}
