namespace ActorTcp.Wire;

/// <summary>RFC 9293 §3.1: the control bits of a segment, at their place in the low byte of octets 12–13 (AE of RFC 9768 is bit 8).</summary>
[Flags]
internal enum ControlBits : ushort
{
    None = 0,
    Fin = 0x01,
    Syn = 0x02,
    Rst = 0x04,
    Psh = 0x08,
    Ack = 0x10,
    Urg = 0x20,
    Ece = 0x40,
    Cwr = 0x80,
    Ae = 0x100,
}
