using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.7.4, fifth.</summary>
[Rule("RFC 9293", "§3.10.7.4")]
public sealed class AcknowledgmentsAreChecked
{
    [Theory, InlineData(Established), InlineData(FinWait2), InlineData(CloseWait)]
    public void One_for_what_was_never_sent_is_answered_and_dropped_with_its_text(TcpState state)
    {
        var (seq, ack) = (state == CloseWait ? 2u : 1, state == FinWait2 ? 2u : 1);
        In(state).Inject(Text("hello", seq, ack + 1)).Expect(Ack(seq: ack, ack: seq)).ExpectDelivered("");
    }

    [Fact, Rule("RFC 9293", "MAY-12"), Rule("RFC 5961", "§5.2")]
    public void One_older_than_any_window_is_an_injection() => In(Established)
        .Inject(Text("evil", seq: 1, ack: unchecked((uint)-65535))).Expect(Ack(seq: 1, ack: 1)).ExpectDelivered("")
        .Inject(Text("good", seq: 1, ack: unchecked((uint)-65534))).ExpectSilence().ExpectDelivered("good");

    [Fact]
    public void An_old_one_does_not_move_anything_back() => In(Established)
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 6)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 3)).ExpectSilence()
        .Expect("SND.UNA", 6, tcb => tcb.Snd.Una - tcb.Snd.Iss);

    [Fact]
    public void The_window_is_taken_from_newer_segments_only() => In(Established)
        .Inject(Text("ab", seq: 1, ack: 1).Win(5000)).ExpectSilence()
        .Inject(Text("cd", seq: 3, ack: 1).Win(4000)).Expect(Ack(seq: 1, ack: 5))
        .Inject(Text("abcdef", seq: 1, ack: 1).Win(9000)).ExpectSilence().Expect("SND.WND", 4000u, tcb => tcb.Snd.Wnd)
        .Inject(Ack(seq: 7, ack: 1).Win(3000)).ExpectSilence().Expect("SND.WND", 3000u, tcb => tcb.Snd.Wnd)
        .Inject(Ack(seq: 7, ack: 1).Win(3500)).ExpectSilence().Expect("SND.WND", 3500u, tcb => tcb.Snd.Wnd);

    [Fact]
    public void An_ack_alone_at_the_right_edge_counts_when_our_window_is_full() => In(Established)
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
        .Inject(Ack(seq: 65536, ack: 6)).ExpectSilence()
        .Expect("SND.UNA", 6, tcb => tcb.Snd.Una - tcb.Snd.Iss);

    [Fact]
    public void The_ack_of_our_fin_may_come_in_two_steps() => In(Established)
        .Send("bye").Expect(Text("bye", seq: 1, ack: 1))
        .Shutdown().Expect(FinAck(seq: 4, ack: 1))
        .Inject(Ack(seq: 1, ack: 4)).ExpectSilence().ExpectState(FinWait1)
        .Inject(Ack(seq: 1, ack: 5)).ExpectSilence().ExpectState(FinWait2)
        .ExpectNoTimer(Timer.Retransmission).ExpectNoTimer(Timer.User);
}
