using System.Net;
using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>A connection as <c>ss</c> shows one. Queues, windows and segment sizes in octets.</summary>
public sealed record ConnectionReading
{
    /// <summary>Unique in the stack, and the same in every output; null for what is no connection any more (TIME-WAIT) or not yet (a record in the SYN cache).</summary>
    public long? Id { get; init; }

    public required IPEndPoint Local { get; init; }

    public required IPEndPoint Remote { get; init; }

    public required TcpState State { get; init; }

    /// <summary>Octets in order that the application has not taken.</summary>
    public int ReceiveQueue { get; init; }

    /// <summary>Octets that the peer has not acknowledged, sent or not.</summary>
    public long SendQueue { get; init; }

    /// <summary>Octets of memory that the receive buffer takes: nothing while it is empty.</summary>
    public int ReceiveMemory { get; init; }

    /// <summary>Octets of memory that the send buffer takes: nothing while it is empty.</summary>
    public int SendMemory { get; init; }

    /// <summary>The timer that is due first: user, loss-detection, retransmission, persist, delayed-ack, keep-alive, fin-wait-2, time-wait; null when none runs.</summary>
    public string? Timer { get; init; }

    /// <summary>How long until <see cref="Timer"/> is due.</summary>
    public TimeSpan TimerDue { get; init; }

    /// <summary>Retransmissions since something was acknowledged last.</summary>
    public int Retransmissions { get; init; }

    /// <summary>SRTT of RFC 6298; null before the first measurement.</summary>
    public TimeSpan? RoundTrip { get; init; }

    /// <summary>RTTVAR of RFC 6298.</summary>
    public TimeSpan RoundTripVariation { get; init; }

    /// <summary>RTO of RFC 6298, with back-off.</summary>
    public TimeSpan RetransmissionTimeout { get; init; }

    /// <summary>cwnd of RFC 5681; 0 before the connection is established.</summary>
    public long CongestionWindow { get; init; }

    /// <summary>ssthresh of RFC 5681; null while it was never set.</summary>
    public long? SlowStartThreshold { get; init; }

    /// <summary>SND.WND</summary>
    public long SendWindow { get; init; }

    /// <summary>RCV.WND</summary>
    public long ReceiveWindow { get; init; }

    /// <summary>Text that fits in one segment: Eff.snd.MSS of RFC 9293 §3.7.1.</summary>
    public int SegmentSize { get; init; }

    /// <summary>By how many bits the peer's windows are scaled (RFC 7323 §2); null where windows are not.</summary>
    public int? SendWindowScale { get; init; }

    /// <summary>By how many bits our windows are scaled; null where windows are not.</summary>
    public int? ReceiveWindowScale { get; init; }

    public bool HasTimestamps { get; init; }

    public bool HasSelectiveAck { get; init; }

    public bool HasEcn { get; init; }

    /// <summary>What the listener that accepted it is called; null for an active open.</summary>
    public string? Service { get; init; }

    /// <summary>Since its SYN, or since it became what it is where that is not known.</summary>
    public TimeSpan? Age { get; init; }
}
