using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>
/// RFC 9293 §3.10.7.4 with RFC 5961, as a table: each state, each arriving control, at four places about the receive window.
/// A cell says what is sent, then the state that is entered. Every cell is tried at initial sequence numbers that wrap.
/// </summary>
[Rule("RFC 9293", "§3.10.7.4"), Rule("RFC 5961", "§3.2"), Rule("RFC 5961", "§4.2")]
public sealed class StateTimesSegment
{
    private const uint Window = 65535;
    private static readonly uint[] Isns = [0, 0x7FFF_FFFF, 0x8000_0000, 0xFFFF_FFFF];

#pragma warning disable format   // a table is read by its columns
    //                                    left of it   at RCV.NXT     inside         right of it
    [Theory]
    [InlineData(SynReceived, "SYN",       "ack",       "Listen",      "Listen",      "ack")]
    [InlineData(SynReceived, "SYN-ACK",   "ack",       "Listen",      "Listen",      "ack")]
    [InlineData(SynReceived, "ACK",       "ack",       "Established", "Established", "ack")]
    [InlineData(SynReceived, "FIN",       "ack",       "",            "",            "ack")]
    [InlineData(SynReceived, "FIN-ACK",   "ack",       "ack CloseWait", "ack Established", "ack")]
    [InlineData(SynReceived, "RST",       "",          "Listen",      "ack",         "")]
    [InlineData(SynReceived, "RST-ACK",   "",          "Listen",      "ack",         "")]
    [InlineData(SynReceived, "none",      "ack",       "",            "",            "ack")]

    [InlineData(Established, "SYN",       "ack",       "ack",         "ack",         "ack")]
    [InlineData(Established, "SYN-ACK",   "ack",       "ack",         "ack",         "ack")]
    [InlineData(Established, "ACK",       "ack",       "",            "",            "ack")]
    [InlineData(Established, "FIN",       "ack",       "",            "",            "ack")]
    [InlineData(Established, "FIN-ACK",   "ack",       "ack CloseWait", "ack",       "ack")]
    [InlineData(Established, "RST",       "",          "Closed",      "ack",         "")]
    [InlineData(Established, "RST-ACK",   "",          "Closed",      "ack",         "")]
    [InlineData(Established, "none",      "ack",       "",            "",            "ack")]

    [InlineData(FinWait1,    "SYN",       "ack",       "ack",         "ack",         "ack")]
    [InlineData(FinWait1,    "SYN-ACK",   "ack",       "ack",         "ack",         "ack")]
    [InlineData(FinWait1,    "ACK",       "ack",       "FinWait2",    "FinWait2",    "ack")]
    [InlineData(FinWait1,    "FIN",       "ack",       "",            "",            "ack")]
    [InlineData(FinWait1,    "FIN-ACK",   "ack",       "ack TimeWait", "ack FinWait2", "ack")]
    [InlineData(FinWait1,    "RST",       "",          "Closed",      "ack",         "")]
    [InlineData(FinWait1,    "RST-ACK",   "",          "Closed",      "ack",         "")]
    [InlineData(FinWait1,    "none",      "ack",       "",            "",            "ack")]

    [InlineData(FinWait2,    "SYN",       "ack",       "ack",         "ack",         "ack")]
    [InlineData(FinWait2,    "SYN-ACK",   "ack",       "ack",         "ack",         "ack")]
    [InlineData(FinWait2,    "ACK",       "ack",       "",            "",            "ack")]
    [InlineData(FinWait2,    "FIN",       "ack",       "",            "",            "ack")]
    [InlineData(FinWait2,    "FIN-ACK",   "ack",       "ack TimeWait", "ack",        "ack")]
    [InlineData(FinWait2,    "RST",       "",          "Closed",      "ack",         "")]
    [InlineData(FinWait2,    "RST-ACK",   "",          "Closed",      "ack",         "")]
    [InlineData(FinWait2,    "none",      "ack",       "",            "",            "ack")]

    [InlineData(CloseWait,   "SYN",       "ack",       "ack",         "ack",         "ack")]
    [InlineData(CloseWait,   "SYN-ACK",   "ack",       "ack",         "ack",         "ack")]
    [InlineData(CloseWait,   "ACK",       "ack",       "",            "",            "ack")]
    [InlineData(CloseWait,   "FIN",       "ack",       "",            "",            "ack")]
    [InlineData(CloseWait,   "FIN-ACK",   "ack",       "ack",         "ack",         "ack")]
    [InlineData(CloseWait,   "RST",       "",          "Closed",      "ack",         "")]
    [InlineData(CloseWait,   "RST-ACK",   "",          "Closed",      "ack",         "")]
    [InlineData(CloseWait,   "none",      "ack",       "",            "",            "ack")]

    [InlineData(Closing,     "SYN",       "ack",       "ack",         "ack",         "ack")]
    [InlineData(Closing,     "SYN-ACK",   "ack",       "ack",         "ack",         "ack")]
    [InlineData(Closing,     "ACK",       "ack",       "TimeWait",    "TimeWait",    "ack")]
    [InlineData(Closing,     "FIN",       "ack",       "",            "",            "ack")]
    [InlineData(Closing,     "FIN-ACK",   "ack",       "TimeWait",    "TimeWait",    "ack")]
    [InlineData(Closing,     "RST",       "",          "Closed",      "ack",         "")]
    [InlineData(Closing,     "RST-ACK",   "",          "Closed",      "ack",         "")]
    [InlineData(Closing,     "none",      "ack",       "",            "",            "ack")]

    [InlineData(LastAck,     "SYN",       "ack",       "ack",         "ack",         "ack")]
    [InlineData(LastAck,     "SYN-ACK",   "ack",       "ack",         "ack",         "ack")]
    [InlineData(LastAck,     "ACK",       "ack",       "Closed",      "Closed",      "ack")]
    [InlineData(LastAck,     "FIN",       "ack",       "",            "",            "ack")]
    [InlineData(LastAck,     "FIN-ACK",   "ack",       "Closed",      "Closed",      "ack")]
    [InlineData(LastAck,     "RST",       "",          "Closed",      "ack",         "")]
    [InlineData(LastAck,     "RST-ACK",   "",          "Closed",      "ack",         "")]
    [InlineData(LastAck,     "none",      "ack",       "",            "",            "ack")]

    // RFC 6191: a SYN beyond the old numbers opens a new connection, any other is an old duplicate. RFC 1337: no reset ends this state.
    [InlineData(TimeWait,    "SYN",       "",          "",            "Closed",      "Closed")]
    [InlineData(TimeWait,    "SYN-ACK",   "ack",       "ack",         "ack",         "ack")]
    [InlineData(TimeWait,    "ACK",       "ack",       "",            "ack",         "ack")]
    [InlineData(TimeWait,    "FIN",       "ack",       "",            "",            "ack")]
    [InlineData(TimeWait,    "FIN-ACK",   "ack",       "ack",         "ack",         "ack")]
    [InlineData(TimeWait,    "RST",       "",          "",            "",            "")]
    [InlineData(TimeWait,    "RST-ACK",   "",          "",            "",            "")]
    [InlineData(TimeWait,    "none",      "ack",       "",            "",            "ack")]
#pragma warning restore format
    [SubtleCase(37)]
    public void Is_answered_as_the_table_says(TcpState state, string control, string left, string next, string inside, string right)
    {
        foreach (var iss in Isns)
        {
            foreach (var irs in Isns)
            {
                Try(left, at: unchecked((uint)-10));
                Try(next, at: 0);
                Try(inside, at: 1000);
                Try(right, at: Window + 10);

                void Try(string cell, uint at)
                {
                    var script = In(state, new ScriptStart { Iss = iss, Irs = irs });
                    var tcb = script.Machine.Tcb;
                    var (seq, ack) = (tcb.Rcv.Nxt - irs + at, tcb.Snd.Nxt - iss);
                    script.Inject(Arriving(control, seq.Value, ack.Value));
                    Assert.Equal(cell, Outcome(state, script));
                }
            }
        }
    }

    private static SegmentLine Arriving(string control, uint seq, uint ack) => control switch
    {
        "SYN" => Syn(seq),
        "SYN-ACK" => SynAck(ack, seq),
        "ACK" => Ack(seq, ack),
        "FIN" => Fin(seq),
        "FIN-ACK" => FinAck(seq, ack),
        "RST" => Rst(seq),
        "RST-ACK" => RstAck(seq, ack),
        _ => None(seq),
    };

    private static string Outcome(TcpState before, Script script)
    {
        var tcb = script.Machine.Tcb;
        var words = script.Machine.Sent.Select(sent => sent.Control == ControlBits.Ack && sent.Ack == tcb.Rcv.Nxt ? "ack" : $"{sent}");
        return string.Join(' ', tcb.State == before ? words : words.Append($"{tcb.State}"));
    }
}
