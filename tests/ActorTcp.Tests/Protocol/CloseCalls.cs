using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.4, and the half-duplex close of §3.6.1.</summary>
[Rule("RFC 9293", "§3.10.4")]
public sealed class CloseCalls
{
    [Fact]
    public void There_is_nothing_to_close_in_closed() => In(Closed).Close(CallResult.ConnectionDoesNotExist).ExpectSilence();

    [Theory, InlineData(Listen), InlineData(SynSent)]
    public void Before_a_peer_has_answered_it_ends_at_once(TcpState state) => In(state).Shutdown().ExpectSilence().ExpectState(Closed);

    [Fact]
    public void In_syn_received_without_text_the_fin_goes_out_at_once() => In(SynReceived)
        .Shutdown().Expect(FinAck(seq: 1, ack: 1)).ExpectState(FinWait1)
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence().ExpectState(FinWait1)
        .Inject(Ack(seq: 1, ack: 2)).ExpectSilence().ExpectState(FinWait2);

    [Fact]
    public void In_syn_received_the_final_ack_may_acknowledge_the_fin_too() => In(SynReceived)
        .Shutdown().Expect(FinAck(seq: 1, ack: 1))
        .Inject(FinAck(seq: 1, ack: 2)).Expect(Ack(seq: 2, ack: 2)).ExpectState(TimeWait);

    [Fact]
    public void A_syn_ack_that_is_lost_before_the_fin_is_repeated_with_it() => In(SynReceived)
        .Shutdown().Expect(FinAck(seq: 1, ack: 1))
        .After(1.Seconds()).Expect(SynAck(ack: 1), FinAck(seq: 1, ack: 1))
        .Inject(Syn()).Expect(SynAck(ack: 1)).ExpectState(FinWait1);

    [Fact]
    public void In_syn_received_the_fin_follows_the_text_that_was_queued() => In(SynReceived)
        .Send("bye").ExpectSilence()
        .Shutdown().ExpectSilence().ExpectState(SynReceived)
        .Shutdown(CallResult.ConnectionClosing).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).Expect(Text("bye", seq: 1, ack: 1).With(ControlBits.Fin)).ExpectState(FinWait1);

    [Fact]
    public void In_established_the_fin_follows_the_text() => In(Established)
        .Send(2000).Expect(Text(1460, seq: 1, ack: 1))
        .Shutdown().Expect(Text(540, seq: 1461, ack: 1).With(ControlBits.Fin)).ExpectState(FinWait1)
        .Inject(Ack(seq: 1, ack: 2001)).ExpectSilence().ExpectState(FinWait1)
        .Inject(Ack(seq: 1, ack: 2002)).ExpectSilence().ExpectState(FinWait2);

    [Fact]
    public void In_close_wait_it_ends_in_last_ack() => In(CloseWait)
        .Send("rest").Expect(Text("rest", seq: 1, ack: 2))
        .Shutdown().Expect(FinAck(seq: 5, ack: 2)).ExpectState(LastAck)
        .Inject(Ack(seq: 2, ack: 6)).ExpectSilence().ExpectState(Closed).ExpectSignal(Signal.Closed);

    [Theory, InlineData(FinWait1), InlineData(FinWait2), InlineData(Closing), InlineData(LastAck), InlineData(TimeWait)]
    public void A_second_time_it_is_an_error_and_changes_nothing(TcpState state) => In(state)
        .Shutdown(CallResult.ConnectionClosing).ExpectSilence().ExpectState(state)
        .Close(CallResult.ConnectionClosing).ExpectSilence().ExpectState(state);

    [Fact]
    [SubtleCase(28)]
    public void A_half_closed_connection_still_receives_for_as_long_as_it_likes() => In(FinWait2)
        .After(24.Hours()).ExpectSilence().ExpectState(FinWait2)
        .Inject(Text("still here", seq: 1, ack: 2)).ExpectSilence().ExpectDelivered("still here")
        .After(40.Milliseconds()).Expect(Ack(seq: 2, ack: 11));

    [Fact]
    public void With_no_user_left_fin_wait_2_ends_after_a_minute() => In(FinWait2)
        .Close(CallResult.ConnectionClosing).ExpectTimer(Timer.FinWait2, due: 1.Minutes())
        .After(1.Minutes()).ExpectSilence().ExpectState(Closed).ExpectSignal(Signal.Closed);

    [Fact]
    public void A_full_close_starts_that_minute_when_the_fin_is_acknowledged() => In(Established)
        .Close().Expect(FinAck(seq: 1, ack: 1)).ExpectNoTimer(Timer.FinWait2)
        .Inject(Ack(seq: 1, ack: 2)).ExpectSilence().ExpectTimer(Timer.FinWait2, due: 1.Minutes());

    [Theory, InlineData(Established), InlineData(FinWait1), InlineData(FinWait2)]
    [Rule("RFC 9293", "MAY-1"), Rule("RFC 9293", "SHLD-3")]
    [SubtleCase(29)]
    public void Text_that_was_not_read_is_answered_with_a_reset(TcpState state)
    {
        var nxt = state == Established ? 1u : 2u;
        In(state)
            .Inject(Text("hello", seq: 1, ack: 1)).ExpectSilence()
            .Close().Expect(RstAck(seq: nxt, ack: 6)).ExpectState(Closed)
            .After(1.Minutes()).ExpectSilence();
    }

    [Fact, Rule("RFC 9293", "SHLD-3")]
    public void Text_that_was_not_read_before_the_fin_is_answered_with_a_reset_too() => In(Established)
        .Inject(Text("hello", seq: 1, ack: 1).With(ControlBits.Fin)).Expect(Ack(seq: 1, ack: 7))
        .Close().Expect(RstAck(seq: 1, ack: 7)).ExpectState(Closed);

    [Fact, Rule("RFC 9293", "SHLD-3")]
    public void Text_that_was_held_out_of_order_counts_as_not_read() => In(Established)
        .Inject(Text("late", seq: 9, ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Close().Expect(RstAck(seq: 1, ack: 1)).ExpectState(Closed);

    [Fact]
    public void In_time_wait_unread_text_does_not_cut_the_wait_short() => In(FinWait2)
        .Inject(Text("hello", seq: 1, ack: 2).With(ControlBits.Fin)).Expect(Ack(seq: 2, ack: 7)).ExpectState(TimeWait)
        .Close(CallResult.ConnectionClosing).ExpectSilence().ExpectState(TimeWait);

    [Theory, InlineData(FinWait1), InlineData(FinWait2)]
    [Rule("RFC 9293", "SHLD-3")]
    [SubtleCase(29)]
    public void Text_that_comes_after_a_full_close_is_answered_with_a_reset(TcpState state) => In(state)
        .Close(CallResult.ConnectionClosing).ExpectSilence()
        .Inject(Text("late", seq: 1, ack: 1)).Expect(RstAck(seq: 2, ack: 1)).ExpectState(Closed).ExpectSignal(Signal.ConnectionReset);
}
