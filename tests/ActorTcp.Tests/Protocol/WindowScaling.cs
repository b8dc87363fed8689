using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 7323 §2: the window scale option.</summary>
[Rule("RFC 7323", "§2")]
public sealed class WindowScaling
{
    private static readonly ConnectionSettings QuarterMebibyte = new() { ReceiveBuffer = 256 * 1024, ReceiveBufferLimit = 0, Timestamps = false, SelectiveAck = false };

    [Fact]
    [SubtleCase(21)]
    [Rule("RFC 7323", "§2.2")]
    public void A_SYN_ACK_has_the_option_only_if_the_SYN_had_it()
    {
        In(Listen, QuarterMebibyte).Inject(Syn().Mss(1460)).Expect(SynAck(ack: 1).Mss(1460));
        In(Listen, QuarterMebibyte).Inject(Syn().Mss(1460).WindowScale(7)).Expect(SynAck(ack: 1).Mss(1460).WindowScale(3));
    }

    [Fact]
    public void It_is_for_what_the_buffer_may_grow_to_but_a_small_buffer_is_worth_some_units_of_it()
    {
        In(Listen).Inject(Syn().WindowScale(7)).Expect(SynAck(ack: 1).Mss(1460).WindowScale(7));
        In(Listen, QuarterMebibyte with { ReceiveBuffer = 20, ReceiveBufferLimit = 6 << 20 }).Inject(Syn().WindowScale(7)).Expect(SynAck(ack: 1).Mss(1460).WindowScale(4));
    }

    [Fact]
    [Rule("RFC 7323", "§2.2")]
    public void The_window_of_a_SYN_is_never_scaled() =>
        In(Listen, QuarterMebibyte)
            .Inject(Syn().WindowScale(7).Win(1000)).Expect(SynAck(ack: 1).Mss(1460).WindowScale(3).Win(65535))
            .Expect("SND.WND", 1000u, tcb => tcb.Snd.Wnd);

    [Fact]
    public void Every_other_window_is() =>
        In(Listen, QuarterMebibyte)
            .Inject(Syn().WindowScale(7)).Expect(SynAck(ack: 1))
            .Inject(Ack(seq: 1, ack: 1).Win(1000)).ExpectSilence()
            .Expect("SND.WND", 128_000u, tcb => tcb.Snd.Wnd)
            .Send("hello").Expect(Text("hello", seq: 1, ack: 1).Win(256 * 1024 >> 3));

    [Fact]
    public void Without_it_no_more_than_65535_octets_are_offered() =>
        In(Established, QuarterMebibyte).Send("hello").Expect(Text("hello", seq: 1, ack: 1).Win(65535));

    [Fact]
    [SubtleCase(21)]
    [Rule("RFC 7323", "§2.3")]
    public void A_shift_of_more_than_14_counts_as_14() =>
        In(Listen, QuarterMebibyte)
            .Inject(Syn().WindowScale(15)).Expect(SynAck(ack: 1))
            .Expect("Snd.Wind.Shift", (byte)14, tcb => tcb.Snd.Shift);

    [Fact]
    [SubtleCase(21)]
    public void The_client_offers_it_and_does_without_if_the_server_has_none()
    {
        In(Closed, QuarterMebibyte).Open().Expect(Syn().Mss(1460).WindowScale(3).Win(65535))
            .Inject(SynAck(ack: 1).WindowScale(7)).Expect(Ack(seq: 1, ack: 1).Win(256 * 1024 >> 3));
        In(Closed, QuarterMebibyte).Open().Expect(Syn().Mss(1460).WindowScale(3))
            .Inject(SynAck(ack: 1)).Expect(Ack(seq: 1, ack: 1).Win(65535));
    }

    [Fact]
    [SubtleCase(1)]
    public void Crossing_SYNs_with_different_options_agree_on_what_both_have() =>
        In(Closed, QuarterMebibyte).Open().Expect(Syn())
            .Inject(Syn().Mss(1460)).Expect(SynAck(ack: 1).Mss(1460))
            .Inject(SynAck(ack: 1).Mss(1460).Win(500)).ExpectSilence()
            .Expect("SND.WND", 500u, tcb => tcb.Snd.Wnd);
}
