using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.9.2.2, with the caution of RFC 5927 and RFC 5461.</summary>
[Rule("RFC 9293", "§3.9.2.2"), Rule("RFC 9293", "MUST-54")]
public sealed class IcmpReports
{
    [Theory, InlineData(SynSent), InlineData(SynReceived)]
    [Rule("RFC 9293", "SHLD-26")]
    [SubtleCase(33)]
    public void A_hard_error_ends_a_connection_that_is_not_established(TcpState state) => In(state)
        .Unreachable(quoted: 0, isHard: true).ExpectSilence().ExpectState(Closed).ExpectSignal(Signal.Unreachable);

    [Theory, InlineData(SynSent), InlineData(SynReceived)]
    [Rule("RFC 9293", "MUST-56"), Rule("RFC 9293", "MUST-47")]
    public void A_soft_error_is_only_told(TcpState state) => In(state)
        .Unreachable(quoted: 0, isHard: false).ExpectSilence().ExpectState(state).ExpectSignal(Signal.SoftError);

    [Fact, Rule("RFC 5461", "§4")]
    [SubtleCase(33)]
    public void Once_established_a_hard_error_is_a_soft_one() => In(Established)
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
        .Unreachable(quoted: 1, isHard: true).ExpectSilence().ExpectState(Established).ExpectSignal(Signal.SoftError);

    [Fact, Rule("RFC 5927", "§4.1")]
    [SubtleCase(33)]
    public void A_report_about_what_is_not_in_flight_is_forged() => In(Established)
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
        .Unreachable(quoted: 0, isHard: true).ExpectSignal()
        .Unreachable(quoted: 6, isHard: true).ExpectSignal()
        .PacketTooBig(quoted: 6, mtu: 576).ExpectSilence().Expect("MTU", 1500, tcb => tcb.Mtu);

    [Fact]
    public void There_is_nobody_to_tell_in_closed() => In(Closed).Unreachable(quoted: 0, isHard: true).ExpectSilence().ExpectSignal();

    [Fact, Rule("RFC 1191", "§6.3")]
    [SubtleCase(33)]
    public void What_was_too_big_is_sent_again_in_smaller_segments() => In(Established)
        .Send(1460).Expect(Text(1460, seq: 1, ack: 1))
        .PacketTooBig(quoted: 1, mtu: 1040).Expect(Text(1000, seq: 1, ack: 1), Text(460, seq: 1001, ack: 1));

    [Theory, InlineData(true, 67), InlineData(true, 1500), InlineData(true, 9000), InlineData(false, 1279)]
    [Rule("RFC 1191", "§3")]
    [Rule("RFC 8201", "§4")]
    public void A_size_that_no_network_has_or_that_is_no_smaller_is_ignored(bool isV4, int mtu) => In(Established, new ScriptStart { IsV4 = isV4 })
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
        .PacketTooBig(quoted: 1, mtu).ExpectSilence().Expect("MTU", 1500, tcb => tcb.Mtu);

    [Fact]
    [SubtleCase(33)]
    public void A_small_path_is_remembered_before_text_is_sent() => In(SynSent)
        .PacketTooBig(quoted: 0, mtu: 576).ExpectSilence()
        .Inject(SynAck(ack: 1).Mss(1460)).Expect(Ack(seq: 1, ack: 1))
        .Send(1000).Expect(Text(536, seq: 1, ack: 1));
}
