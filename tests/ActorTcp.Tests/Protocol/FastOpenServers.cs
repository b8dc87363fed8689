using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 7413 §4.2: what a passive OPEN does when its listener has looked at the cookie of a SYN.</summary>
public sealed class FastOpenServers
{
    private static FastOpen Good => new() { IsAccepted = true };

    private static FastOpen With(string cookie, bool isAccepted = false) =>
        new() { IsAccepted = isAccepted, Option = FastOpenOption.In(Syn().FastOpen(cookie).Absolute(default, default).Options) };

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void Text_that_comes_with_a_good_cookie_is_delivered_and_acknowledged_at_once() => In(Listen)
        .Judged(Good).Inject(Syn().With("hello")).Expect(SynAck(ack: 6).Win(65530)).ExpectState(SynReceived)
        .ExpectSignal(Signal.Opened).ExpectDelivered("hello")
        .Inject(Ack(seq: 6, ack: 1)).ExpectSilence().ExpectState(Established).ExpectSignal().ExpectDelivered("");

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void The_answer_need_not_wait_for_the_final_ack() => In(Listen)
        .Judged(Good).Inject(Syn().With("hello").Mss(1460)).Expect(SynAck(ack: 6))
        .Send("world").Expect(Text("world", seq: 1, ack: 6)).ExpectState(SynReceived)
        .Inject(Ack(seq: 6, ack: 6)).ExpectSilence().ExpectState(Established).ExpectNoTimer(Timer.Retransmission);

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void An_answer_of_many_segments_fills_the_initial_window() => In(Listen)
        .Judged(Good).Inject(Syn().With("hello").Mss(1000)).Expect(SynAck(ack: 6))
        .Send(12_000).Expect([.. Enumerable.Range(0, 10).Select(i => Text(1000, seq: 1 + (uint)i * 1000, ack: 6))])
        .Inject(Ack(seq: 6, ack: 2001)).Expect([.. Enumerable.Range(10, 2).Select(i => Text(1000, seq: 1 + (uint)i * 1000, ack: 6))])
        .ExpectState(Established);

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void A_cookie_without_text_opens_all_the_same() => In(Listen)
        .Judged(Good).Inject(Syn()).Expect(SynAck(ack: 1)).ExpectSignal(Signal.Opened)
        .Send("220 hello").Expect(Text("220 hello", seq: 1, ack: 1)).ExpectState(SynReceived);

    [Fact, Rule("RFC 7413", "§4.2.1")]
    public void A_request_is_answered_with_a_cookie_which_is_left_out_when_the_syn_ack_is_repeated() => In(Listen)
        .Judged(With("0102030405060708")).Inject(Syn().FastOpen()).Expect(SynAck(ack: 1).Mss(1460).FastOpen("0102030405060708")).ExpectSignal()
        .After(1.Seconds()).Expect(SynAck(ack: 1).Mss(1460))
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence().ExpectState(Established).ExpectSignal(Signal.Opened);

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void Text_with_a_bad_cookie_is_not_acknowledged_and_a_fresh_cookie_goes_back() => In(Listen)
        .Judged(With("0102030405060708")).Inject(Syn().FastOpen("ffffffff").With("hello")).Expect(SynAck(ack: 1).Mss(1460).FastOpen("0102030405060708"))
        .ExpectDelivered("").Expect("held text", null, tcb => tcb.Reassembly)
        .Inject(Text("hello", seq: 1, ack: 1)).ExpectSilence().ExpectDelivered("hello");

    [Fact, Rule("RFC 7413", "§4.1.2")]
    public void An_ageing_cookie_is_good_and_answered_with_a_fresh_one() => In(Listen)
        .Judged(With("0102030405060708", isAccepted: true)).Inject(Syn().With("hello")).Expect(SynAck(ack: 6).Mss(1460).FastOpen("0102030405060708")).ExpectDelivered("hello");

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void Neither_text_nor_answer_is_repeated_with_the_syn_ack() => In(Listen)
        .Judged(Good).Inject(Syn().With("hello")).Expect(SynAck(ack: 6))
        .Send("world").Expect(Text("world", seq: 1, ack: 6))
        .After(1.Seconds()).Expect(SynAck(ack: 6))
        .Inject(Syn()).Expect(SynAck(ack: 6)).ExpectDelivered("")
        .Inject(Ack(seq: 6, ack: 1)).ExpectSilence().ExpectState(Established)
        .After(3.Seconds()).Expect(Text("world", seq: 1, ack: 6));

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void A_user_who_answers_and_closes_is_done_before_the_final_ack() => In(Listen)
        .Judged(Good).Inject(Syn().With("get").Mss(1460)).Expect(SynAck(ack: 4))
        .Receive(3).Send("page").Expect(Text("page", seq: 1, ack: 4))
        .Shutdown().Expect(FinAck(seq: 5, ack: 4)).ExpectState(FinWait1)
        .Inject(Ack(seq: 4, ack: 6)).ExpectSilence().ExpectState(FinWait2);

    [Fact]
    public void A_reset_is_told_to_the_user_who_has_the_connection() => In(Listen)
        .Judged(Good).Inject(Syn().With("hello")).Expect(SynAck(ack: 6))
        .Inject(Rst(seq: 6)).ExpectSilence().ExpectState(Closed).ExpectSignal(Signal.ConnectionReset);

    [Fact]
    public void Another_syn_does_not_take_the_connection_from_its_user() => In(Listen)
        .Judged(Good).Inject(Syn().With("hello")).Expect(SynAck(ack: 6))
        .Inject(Syn(seq: 100)).Expect(Ack(seq: 1, ack: 6)).ExpectState(SynReceived);

    [Fact]
    public void A_client_that_never_confirms_is_given_up_like_any_half_open_one() => In(Listen)
        .Judged(Good).Inject(Syn().With("hello")).Expect(SynAck(ack: 6))
        .After(63.Seconds()).Expect([.. Enumerable.Repeat(SynAck(ack: 6), 5)]).ExpectState(Closed).ExpectSignal(Signal.SoftError, Signal.ConnectionTimedOut);
}
