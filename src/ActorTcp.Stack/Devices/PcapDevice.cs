namespace ActorTcp.Stack;

/// <summary>Captures every packet that passes, as Wireshark reads it.</summary>
/// <param name="inner">Belongs to this one from then on; the file does not.</param>
public sealed class PcapDevice(IPacketDevice inner, PcapFile file) : IPacketDevice
{
    private bool _isDirty;

    public int Mtu => inner.Mtu;

    /// <summary>What passes is captured as it passes: a super-segment as one packet, as tcpdump shows it.</summary>
    public bool TryOffload() => inner.TryOffload();

    public int Headroom => inner.Headroom;

    public int Read(Span<byte> buffer)
    {
        var length = inner.Read(buffer);
        Arrived(buffer[..length]);
        return length;
    }

    public int Read(Span<byte> buffer, out PacketOffload offload)
    {
        var length = inner.Read(buffer, out offload);
        Arrived(buffer.Slice(Headroom, length));
        return length;
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        Leaves(packet);
        return inner.Write(packet);
    }

    public WriteOutcome Write(Span<byte> buffer, PacketOffload offload)
    {
        Leaves(buffer[Headroom..]);
        return inner.Write(buffer, offload);
    }

    public void Dispose()
    {
        file.Flush();
        inner.Dispose();
    }

    private void Arrived(ReadOnlySpan<byte> packet)
    {
        if (!packet.IsEmpty)
        {
            file.Write(packet, PcapDirection.Inbound);
            _isDirty = true;
        }
        else if (_isDirty)
        {
            file.Flush();   // whenever there is nothing else to do
            _isDirty = false;
        }
    }

    private void Leaves(ReadOnlySpan<byte> packet)
    {
        file.Write(packet, PcapDirection.Outbound);
        _isDirty = true;
    }
}
