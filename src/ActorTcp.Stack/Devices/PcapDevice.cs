namespace ActorTcp.Stack;

/// <summary>Captures every packet that passes, as Wireshark reads it.</summary>
/// <param name="inner">Belongs to this one from then on; the file does not.</param>
public sealed class PcapDevice(IPacketDevice inner, PcapFile file) : IPacketDevice
{
    private bool _isDirty;

    public int Mtu => inner.Mtu;

    public int Read(Span<byte> buffer)
    {
        var length = inner.Read(buffer);
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

    public WriteOutcome Write(ReadOnlySpan<byte> packet)
    {
        file.Write(packet, PcapDirection.Outbound);
        _isDirty = true;
        return inner.Write(packet);
    }

    public void Dispose()
    {
        file.Flush();
        inner.Dispose();
    }
}
