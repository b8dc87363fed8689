namespace ActorTcp.Lab;

/// <summary>IEEE 802.3: what stands before an IPv4 packet on a link between two addresses.</summary>
internal sealed record EthernetFrame(byte[] Destination, byte[] Source)
{
    public const int HeaderLength = 14;

    public void WriteHeader(Span<byte> frame)
    {
        Destination.CopyTo(frame);
        Source.CopyTo(frame[6..]);
        frame[12] = 0x08;   // IPv4
        frame[13] = 0x00;
    }
}
