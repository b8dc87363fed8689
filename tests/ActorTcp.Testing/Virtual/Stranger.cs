using ActorTcp.Wire;

namespace ActorTcp.Testing;

/// <summary>A peer of a <see cref="LoneStack"/>, made of single segments. Numbers are relative, as in <see cref="Segments"/>.</summary>
/// <param name="tuple">The connection as the stack names it.</param>
internal sealed class Stranger(LoneStack stack, FourTuple tuple)
{
    private readonly byte[] _packet = new byte[65536];

    public FourTuple Tuple => tuple;

    /// <summary>This peer's initial sequence number.</summary>
    public SeqNum Isn { get; set; } = new(1_000_000);

    /// <summary>The stack's, learned from its SYN.</summary>
    public SeqNum TheirIsn { get; private set; }

    /// <summary>A segment arrives at the stack; what it answers is waiting for <see cref="Next"/>.</summary>
    public void Sends(SegmentLine line)
    {
        var segment = line.Absolute(Isn, TheirIsn).AsSegment();
        stack.Arrive(_packet.AsSpan(0, Write(in segment)));
    }

    /// <summary>As <see cref="Sends"/>, with one bit wrong.</summary>
    public void SendsDamaged(SegmentLine line)
    {
        var segment = line.Absolute(Isn, TheirIsn).AsSegment();
        var length = Write(in segment);
        _packet[length - 1] ^= 1;
        stack.Arrive(_packet.AsSpan(0, length));
    }

    /// <summary>Handshake: the stack is the server.</summary>
    public void Connects()
    {
        Sends(Segments.Syn());
        var answer = Next();
        if (answer.Control != (ControlBits.Syn | ControlBits.Ack))
        {
            throw new InvalidOperationException($"The SYN was answered with {Text(answer)}");
        }

        Sends(Segments.Ack(seq: 1, ack: 1));
    }

    /// <summary>All that the stack has sent to this peer and nobody has looked at yet.</summary>
    public List<SegmentCopy> Receives()
    {
        var segments = new List<SegmentCopy>();
        stack.Take(IsForMe).ForEach(octets =>
        {
            Read(octets, out var packet);
            var seg = packet.Tcp;
            TheirIsn = seg.HasSyn ? seg.Seq : TheirIsn;
            segments.Add(new SegmentCopy(seg.Seq, seg.Ack, seg.Control, seg.Wnd, seg.Text.ToArray()) { Options = seg.Options, Ecn = seg.Ecn });
        });
        return segments;
    }

    /// <summary>The one segment that the stack has sent to this peer.</summary>
    /// <exception cref="InvalidOperationException">There is none, or more than one.</exception>
    public SegmentCopy Next() => Receives() is [var only] ? only : throw new InvalidOperationException("Not one segment was sent.");

    /// <summary>A segment as a script writes it.</summary>
    public string Text(SegmentCopy segment) => segment.Format(TheirIsn, Isn);

    /// <summary>The octets of a segment of this peer, from the IP header on.</summary>
    public byte[] Packet(SegmentLine line)
    {
        var segment = line.Absolute(Isn, TheirIsn).AsSegment();
        return _packet.AsSpan(0, Write(in segment)).ToArray();
    }

    private int Write(in Segment segment) => SegmentWriter.Write(_packet, tuple.Reversed, PathAttributes.Default, in segment);

    private DropReason Read(byte[] octets, out Packet packet) =>
        PacketReader.Read(octets, out packet, stack.Device.Unfinished.Contains(octets) ? ChecksumCheck.PseudoHeader : ChecksumCheck.Verify);

    private bool IsForMe(byte[] octets) => Read(octets, out var packet) == DropReason.None && packet.Kind == PacketKind.Tcp && packet.Tuple.Reversed == tuple;
}
