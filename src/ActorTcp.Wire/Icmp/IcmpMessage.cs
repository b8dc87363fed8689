namespace ActorTcp.Wire;

/// <summary>RFC 792 or RFC 4443: one message, a value over a packet buffer. Valid while the buffer is.</summary>
internal readonly ref struct IcmpMessage
{
    public bool IsV4 { get; init; }

    public byte Type { get; init; }

    public byte Code { get; init; }

    /// <summary>Octets 4 to 7: identifier and sequence number of an echo, MTU or pointer of an error.</summary>
    public uint RestOfHeader { get; init; }

    /// <summary>The octets from the ninth on: echo data, or the start of the packet that an error is about.</summary>
    public ReadOnlySpan<byte> Body { get; init; }

    public bool IsEchoRequest => Type == (IsV4 ? IcmpType.EchoRequest : IcmpV6Type.EchoRequest) && Code == 0;

    public bool IsEchoReply => Type == (IsV4 ? IcmpType.EchoReply : IcmpV6Type.EchoReply) && Code == 0;

    public IcmpError Error => IsV4 ? IcmpErrors.OfV4(Type, Code) : IcmpErrors.OfV6(Type, Code);

    /// <summary>With <see cref="IcmpError.PacketTooBig"/>: the next hop's MTU in octets, zero from routers older than RFC 1191.</summary>
    public uint Mtu => IsV4 ? RestOfHeader & 0xFFFF : RestOfHeader;

    /// <summary>RFC 5927 §4: whose segment an error is about, so that one about a segment never sent can be refused.</summary>
    /// <param name="tuple">The connection as the sender of the quoted segment names it, which is us: Local is its source.</param>
    /// <param name="seq">SEG.SEQ of the quoted segment.</param>
    /// <returns>False when this is no error, or quotes something else than a first TCP fragment with 8 octets of its header.</returns>
    public bool TryReadQuoted(out FourTuple tuple, out SeqNum seq)
    {
        tuple = default;
        seq = default;
        return Error != IcmpError.None && UncheckedSegment.TryRead(Body, IsV4, out tuple, out seq);
    }
}
