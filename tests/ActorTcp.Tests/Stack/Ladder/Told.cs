using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;
using static ActorTcp.Protocol.Cause;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Wire.ControlBits;

namespace ActorTcp.Tests.Stack;

/// <summary>What an end tells, written briefly. The client's numbers begin at 1000, the server's at 5000.</summary>
internal static class Told
{

    public static HistoryEntry In(double ms, ControlBits control, uint seq, uint ack = 0, ushort len = 0) =>
        Entry(ms, HistoryEntryKind.SegmentIn, control, seq, ack, len);

    public static HistoryEntry Out(double ms, ControlBits control, uint seq, uint ack = 0, ushort len = 0, SendReason reason = SendReason.Ack) =>
        Entry(ms, HistoryEntryKind.SegmentOut, control, seq, ack, len) with { Reason = reason };

    public static HistoryEntry Moved(double ms, TcpState from, Cause cause, TcpState to) =>
        new() { At = TimeSpan.FromMilliseconds(ms), Kind = HistoryEntryKind.StateChanged, From = from, Cause = cause, To = to };

    public static HistoryEntry Was(double ms, Signal signal) =>
        new() { At = TimeSpan.FromMilliseconds(ms), Kind = HistoryEntryKind.Signal, Signal = signal };

    /// <summary>RFC 9293 Figures 6 and 12 at the server, with a request and an answer between; the client closes.</summary>
    public static HistoryEntry[] ByTheServer { get; } =
    [
        In(20, Syn, 1000),
        Moved(20, Listen, SynArrives, SynReceived),
        Out(20, Syn | Ack, 5000, 1001),
        In(40, Ack, 1001, 5001),
        Moved(40, SynReceived, AckOfSynArrives, Established),
        Was(40, Signal.Opened),
        In(40, Psh | Ack, 1001, 5001, 5),
        Out(40, Psh | Ack, 5001, 1006, 11),
        In(60, Fin | Ack, 1006, 5012),
        Was(60, Signal.Closing),
        Moved(60, Established, FinArrives, CloseWait),
        Out(60, Ack, 5012, 1007),
        Moved(90, CloseWait, Cause.Close, LastAck),
        Out(90, Fin | Ack, 5012, 1007),
        In(110, Ack, 1007, 5013),
        Moved(110, LastAck, AckOfFinArrives, Closed),
        Was(110, Signal.Closed),
    ];

    /// <summary>The same connection at the client, ten milliseconds away.</summary>
    public static HistoryEntry[] ByTheClient { get; } =
    [
        Moved(10, Closed, ActiveOpen, SynSent),
        Out(10, Syn, 1000),
        In(30, Syn | Ack, 5000, 1001),
        Moved(30, SynSent, SynAckArrives, Established),
        Was(30, Signal.Opened),
        Out(30, Ack, 1001, 5001),
        Out(30, Psh | Ack, 1001, 5001, 5),
        In(50, Psh | Ack, 5001, 1006, 11),
        Moved(50, Established, Cause.Close, FinWait1),
        Out(50, Fin | Ack, 1006, 5012),
        In(70, Ack, 5012, 1007),
        Moved(70, FinWait1, AckOfFinArrives, FinWait2),
        In(100, Fin | Ack, 5012, 1007),
        Was(100, Signal.Closing),
        Moved(100, FinWait2, FinArrives, TimeWait),
        Out(100, Ack, 1007, 5013),
    ];

    private static HistoryEntry Entry(double ms, HistoryEntryKind kind, ControlBits control, uint seq, uint ack, ushort len) => new()
    {
        At = TimeSpan.FromMilliseconds(ms),
        Kind = kind,
        Control = control,
        Seq = new SeqNum(seq),
        Ack = new SeqNum(ack),
        TextLength = len,
    };
}
