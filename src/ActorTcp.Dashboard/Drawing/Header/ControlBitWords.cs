using ActorTcp.Wire;

namespace ActorTcp.Dashboard;

/// <summary>The control bits from left to right, and what each says when it is set (RFC 9293 §3.1, RFC 3168 §6.1).</summary>
internal static class ControlBitWords
{
    public static readonly IReadOnlyList<(ControlBits Bit, string Name, string Meaning)> All =
    [
        (ControlBits.Cwr, "CWR", "the sender has reduced its congestion window; on a SYN: it would like marks of congestion (ECN)"),
        (ControlBits.Ece, "ECE", "a packet came with a mark of congestion; on a SYN: the sender understands such marks (ECN)"),
        (ControlBits.Urg, "URG", "the urgent pointer counts"),
        (ControlBits.Ack, "ACK", "the acknowledgment number counts"),
        (ControlBits.Psh, "PSH", "the application should have the text now"),
        (ControlBits.Rst, "RST", "the connection is over at once"),
        (ControlBits.Syn, "SYN", "sequence numbers begin here"),
        (ControlBits.Fin, "FIN", "no more text will come from this side"),
    ];
}
