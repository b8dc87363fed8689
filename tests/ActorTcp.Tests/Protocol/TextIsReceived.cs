using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.7.4, seventh, with §3.8.6: text in, below and beyond the window.</summary>
[Rule("RFC 9293", "§3.10.7.4")]
public sealed class TextIsReceived
{
    private static readonly ConnectionSettings SmallBuffer = new() { ReceiveBuffer = 10 };

    [Fact]
    public void In_order_it_is_delivered_and_acknowledged_soon() => In(Established)
        .Inject(Text("hello", seq: 1, ack: 1)).ExpectSilence().ExpectDelivered("hello").ExpectTimer(Timer.DelayedAck, due: 40.Milliseconds())
        .After(40.Milliseconds()).Expect(Ack(seq: 1, ack: 6).Win(65530));

    [Fact, Rule("RFC 9293", "§3.8.6.2.2")]
    public void As_long_as_the_window_is_not_a_silly_one_its_edge_follows_every_octet_that_is_read() => In(Established)
        .Inject(Text("hello", seq: 1, ack: 1)).ExpectSilence().Receive(5)
        .After(40.Milliseconds()).Expect(Ack(seq: 1, ack: 6).Win(65535));

    [Fact]
    public void What_comes_twice_is_delivered_once() => In(Established)
        .Inject(Text("hello", seq: 1, ack: 1)).ExpectSilence().ExpectDelivered("hello")
        .Inject(Text("hello", seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 6)).ExpectDelivered("")
        .Inject(Text("lo, world", seq: 4, ack: 1)).ExpectSilence().ExpectDelivered(", world");

    [Fact]
    public void What_is_beyond_the_window_is_cut_off() => In(Established, SmallBuffer)
        .Inject(Text("0123456789abc", seq: 1, ack: 1)).ExpectSilence().ExpectDelivered("0123456789")
        .After(40.Milliseconds()).Expect(Ack(seq: 1, ack: 11).Win(0));

    [Fact]
    public void A_segment_that_covers_the_whole_window_is_cut_on_both_sides() => In(Established, SmallBuffer)
        .Inject(Text("ab", seq: 1, ack: 1)).ExpectSilence()
        .Inject(Text("ab01234567xyz", seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 11).Win(0)).ExpectDelivered("01234567");

    [Fact]
    public void Text_at_a_zero_window_is_answered_and_not_taken() => In(Established, SmallBuffer)
        .Inject(Text("0123456789", seq: 1, ack: 1)).ExpectSilence().After(40.Milliseconds()).Expect(Ack(seq: 1, ack: 11).Win(0))
        .Inject(Text("x", seq: 11, ack: 1)).Expect(Ack(seq: 1, ack: 11).Win(0)).ExpectDelivered("");

    [Fact, Rule("RFC 9293", "MUST-66")]
    public void At_a_zero_window_the_ack_of_a_segment_still_counts() => In(Established, SmallBuffer)
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
        .Inject(Text("0123456789", seq: 1, ack: 1)).ExpectSilence().After(40.Milliseconds()).Expect(Ack(seq: 6, ack: 11).Win(0))
        .Inject(Text("x", seq: 11, ack: 6)).Expect(Ack(seq: 6, ack: 11).Win(0)).Expect("flight", 0u, tcb => tcb.Snd.Flight);

    [Theory, InlineData(CloseWait, 1), InlineData(Closing, 2), InlineData(LastAck, 2)]
    public void After_the_fin_there_is_no_text(TcpState state, uint nxt) => In(state)
        .Inject(Text("ghost", seq: 2, ack: 1)).ExpectSilence().ExpectDelivered("").ExpectState(state)
        .Expect("RCV.NXT", 2, tcb => tcb.Rcv.Nxt - tcb.Rcv.Irs).Expect("SND.NXT", nxt, tcb => tcb.Snd.Nxt.After(tcb.Snd.Iss));

    [Fact, Rule("RFC 9293", "MUST-40"), Rule("RFC 9293", "MUST-58")]
    [Rule("RFC 5681", "§4.2")]
    public void Every_second_segment_is_acknowledged_at_once() => In(Established)
        .Inject(Text("one", seq: 1, ack: 1)).ExpectSilence()
        .Inject(Text("two", seq: 4, ack: 1)).Expect(Ack(seq: 1, ack: 7)).ExpectNoTimer(Timer.DelayedAck)
        .Inject(Text("three", seq: 7, ack: 1)).ExpectSilence();

    [Fact]
    public void Without_a_delay_every_segment_is() => In(Established, new ConnectionSettings { DelayedAck = TimeSpan.Zero })
        .Inject(Text("one", seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 4)).ExpectNoTimer(Timer.DelayedAck);

    [Fact]
    public void Text_that_goes_out_carries_the_acknowledgment() => In(Established)
        .Inject(Text("ping", seq: 1, ack: 1)).ExpectSilence()
        .Send("pong").Expect(Text("pong", seq: 1, ack: 5)).ExpectNoTimer(Timer.DelayedAck);

    [Fact, Rule("RFC 9293", "MUST-58")]
    public void Text_longer_than_a_segment_is_several_that_the_device_has_joined_and_is_acknowledged_at_once() => In(Established)
        .Inject(Text(1460, seq: 1, ack: 1)).ExpectSilence().After(40.Milliseconds()).Expect(Ack(seq: 1, ack: 1461))
        .Inject(Text(1461, seq: 1461, ack: 1)).Expect(Ack(seq: 1, ack: 2922));

    [Fact, Rule("RFC 9293", "MUST-39")]
    public void The_window_opens_by_half_the_buffer_or_a_segment_and_not_by_less() => In(Established, new ConnectionSettings { ReceiveBuffer = 4000 })
        .Inject(Text(4000, seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 4001).Win(0))
        .Receive(1459).ExpectSilence()
        .Receive(1).Expect(Ack(seq: 1, ack: 4001).Win(1460))
        .Receive(100).ExpectSilence()
        .Receive(1900).Expect(Ack(seq: 1, ack: 4001).Win(3460));

    [Fact]
    public void A_window_of_a_whole_segment_is_worth_no_update_until_half_the_buffer_is_free() => In(Established, new ConnectionSettings { ReceiveBuffer = 10_000 })
        .Inject(Text(8540, seq: 1, ack: 1)).Expect(Ack(seq: 1, ack: 8541).Win(1460))
        .Receive(4999).ExpectSilence()
        .Receive(1).Expect(Ack(seq: 1, ack: 8541).Win(6460));

    [Fact]
    public void The_right_edge_never_moves_left() => In(Established, SmallBuffer)
        .Inject(Text("01234", seq: 1, ack: 1)).ExpectSilence().After(40.Milliseconds()).Expect(Ack(seq: 1, ack: 6).Win(5))
        .Receive(1).ExpectSilence()
        .Inject(Text("56", seq: 6, ack: 1)).ExpectSilence().After(40.Milliseconds()).Expect(Ack(seq: 1, ack: 8).Win(3));
}
