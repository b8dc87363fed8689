namespace ActorTcp.Stack;

/// <summary>Captures every packet that passes, as Wireshark reads it.</summary>
/// <param name="inner">Belongs to this one from then on; the file does not.</param>
public sealed class PcapDevice(IPacketDevice inner, PcapFile file) : IPacketDevice
{
    private bool _isDirty;

    public int Mtu => inner.Mtu;

    /// <summary>What passes is captured as it passes: a super-segment as one packet, as tcpdump shows it.</summary>
    public bool TryOffload() => inner.TryOffload();

    public int Read(Span<byte> buffer) => Read(buffer, out _);

    public int Read(Span<byte> buffer, out PacketOffload offload)
    {
        var length = inner.Read(buffer, out offload);
        if (length > 0)
        {
            file.Write(buffer[..length], PcapDirection.Inbound);
            _isDirty = true;
        }
        else if (_isDirty)
        {
            file.Flush();   // whenever there is nothing else to do
            _isDirty = false;
        }

        return length;
    }

    public WriteOutcome Write(ReadOnlySpan<byte> packet) => Write(packet, default);

    public WriteOutcome Write(ReadOnlySpan<byte> packet, PacketOffload offload)
    {
        file.Write(packet, PcapDirection.Outbound);
        _isDirty = true;
        return inner.Write(packet, offload);
    }

    public void Dispose()
    {
        file.Flush();
        inner.Dispose();
    }
}
