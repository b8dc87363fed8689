using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Testing;

/// <summary>Two machines whose segments cross a network that does nothing of itself: the test delivers, loses, repeats and reorders them.</summary>
internal sealed class TwoPeers(uint issOfA, uint issOfB, ConnectionSettings? settings = null)
{
    public Machine A { get; } = Peer(issOfA, settings);

    public Machine B { get; } = Peer(issOfB, settings);

    public (TcpState A, TcpState B) States => (A.Tcb.State, B.Tcb.State);

    /// <summary>Takes the oldest segment that <paramref name="from"/> has sent off the network.</summary>
    public static SegmentCopy Take(Machine from)
    {
        var segment = from.Sent[0];
        from.Sent.RemoveAt(0);
        return segment;
    }

    /// <summary>The oldest segment of A's arrives at B; what it was is told with absolute numbers, as in the figures of the RFC.</summary>
    public string AtoB() => Deliver(A, B);

    public string BtoA() => Deliver(B, A);

    /// <summary>A segment that nobody of the two sent, or one from long ago, arrives.</summary>
    public static string Arrives(Machine at, SegmentLine line)
    {
        var segment = line.Absolute(default, default);
        at.Arrives(segment);
        return Describe(segment);
    }

    public static string Describe(SegmentCopy segment)
    {
        var ack = (segment.Control & ControlBits.Ack) != 0 ? $"<ACK={segment.Ack}>" : "";
        var text = segment.Text.Length > 0 ? $"<DATA={segment.Text.Length}>" : "";
        return $"<SEQ={segment.Seq}>{ack}{text}<CTL={Letters(segment.Control & ~ControlBits.Psh)}>";
    }

    /// <summary>Delivers in turn until both are silent.</summary>
    public void Exchange()
    {
        while (A.Sent.Count + B.Sent.Count > 0)
        {
            _ = A.Sent.Count > 0 ? AtoB() : BtoA();
        }
    }

    private static string Deliver(Machine from, Machine to)
    {
        var segment = Take(from);
        to.Arrives(segment);
        return Describe(segment);
    }

    /// <summary>In the order of the RFC's figures: FIN,ACK and SYN,ACK.</summary>
    private static string Letters(ControlBits control) => control.ToString().Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    private static Machine Peer(uint iss, ConnectionSettings? settings)
    {
        var machine = new Machine(settings ?? ConnectionSettings.Default, new SeqNum(iss));
        machine.Tcb.RemoteSpecified = true;
        return machine;
    }
}
