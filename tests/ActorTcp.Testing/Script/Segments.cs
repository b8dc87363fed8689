using ActorTcp.Wire;

namespace ActorTcp.Testing;

/// <summary>The segments of a script. Numbers are relative: a SYN has the number 0, the first octet after it the number 1.</summary>
internal static class Segments
{
    public static SegmentLine Syn(uint seq = 0) => new(ControlBits.Syn, seq, 0, []);

    public static SegmentLine SynAck(uint ack, uint seq = 0) => new(ControlBits.Syn | ControlBits.Ack, seq, ack, []);

    public static SegmentLine Ack(uint seq, uint ack) => new(ControlBits.Ack, seq, ack, []);

    public static SegmentLine Fin(uint seq) => new(ControlBits.Fin, seq, 0, []);

    public static SegmentLine FinAck(uint seq, uint ack) => new(ControlBits.Fin | ControlBits.Ack, seq, ack, []);

    public static SegmentLine Rst(uint seq) => new(ControlBits.Rst, seq, 0, []);

    public static SegmentLine RstAck(uint seq, uint ack) => new(ControlBits.Rst | ControlBits.Ack, seq, ack, []);

    /// <summary>The reset of one who has no connection and no ACK to take a number from: SEQ=0.</summary>
    public static SegmentLine RstAck(uint ack) => new(ControlBits.Rst | ControlBits.Ack, null, ack, []);

    /// <summary>A segment without any control bit.</summary>
    public static SegmentLine None(uint seq) => new(ControlBits.None, seq, 0, []);

    public static SegmentLine Text(string text, uint seq, uint ack) => new(ControlBits.Ack, seq, ack, Octets.Of(text));

    /// <summary>So many octets as <see cref="Octets"/> has them at this place.</summary>
    public static SegmentLine Text(int octets, uint seq, uint ack) => new(ControlBits.Ack, seq, ack, Octets.At(seq, octets));
}
