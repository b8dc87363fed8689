using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 7413 §4.2: what an active OPEN does that has text for its SYN.</summary>
public sealed class FastOpenClients
{
    private const string Cookie = "0102030405060708";
    private static readonly ConnectionSettings Plain = ConnectionSettings.Default with { WindowScaling = false, Timestamps = false, SelectiveAck = false };

    private readonly FastOpen _asking = new() { Option = FastOpenOption.Request };
    private readonly FastOpen _knowing = new() { Option = FastOpenOption.In(Syn().FastOpen(Cookie).Absolute(default, default).Options), Mss = 1000 };

    [Fact, Rule("RFC 7413", "§4.2.1")]
    public void Without_a_cookie_one_is_asked_for_and_the_text_waits()
    {
        In(Closed, Plain).Open(_asking, "hello").Expect(Syn().Mss(1460).FastOpen())
            .Inject(SynAck(ack: 1).Mss(1400).FastOpen(Cookie)).Expect(Text("hello", seq: 1, ack: 1)).ExpectState(Established);
        Assert.Equal((FastOpenAnswer.Cookie, 1400), (_asking.Answer, (int)_asking.Mss));
        Assert.Equal(Cookie, Hexadecimal(_asking.Option));
    }

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void With_a_cookie_the_text_goes_along_and_need_not_be_sent_again()
    {
        In(Closed, Plain).Open(_knowing, "hello").Expect(Syn().Mss(1460).FastOpen(Cookie).With("hello"))
            .Inject(SynAck(ack: 6).Mss(1460)).Expect(Ack(seq: 6, ack: 1)).ExpectState(Established)
            .Inject(Text("world", seq: 1, ack: 6)).ExpectSilence().ExpectDelivered("world");
        Assert.Equal((FastOpenAnswer.None, 5), (_knowing.Answer, _knowing.Acknowledged));
    }

    [Fact, Rule("RFC 7413", "§4.1.3")]
    public void The_text_of_the_syn_is_limited_by_the_segment_size_of_last_time()
    {
        var text = new string('a', 1500);
        In(Closed, Plain).Open(_knowing, text).Expect(Syn().Mss(1460).FastOpen(Cookie).With(text[..960]))
            .Inject(SynAck(ack: 961).Mss(1400)).Expect(Text(text[960..], seq: 961, ack: 1));
        Assert.Equal(1400, _knowing.Mss);
    }

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void Text_that_is_not_acknowledged_is_sent_again_at_once_and_a_fresh_cookie_kept()
    {
        In(Closed).Open(_knowing, "hello").Expect(Syn().With("hello"))
            .Inject(SynAck(ack: 1).Mss(1460).SackPermitted().FastOpen("1112131415161718")).Expect(Text("hello", seq: 1, ack: 1))
            .Inject(Ack(seq: 1, ack: 6)).ExpectSilence();
        Assert.Equal(FastOpenAnswer.Cookie, _knowing.Answer);
        Assert.Equal("1112131415161718", Hexadecimal(_knowing.Option));
    }

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void Of_text_that_is_acknowledged_in_part_the_rest_is_sent() =>
        In(Closed).Open(_knowing, "hello").Expect(Syn().With("hello"))
            .Inject(SynAck(ack: 3).Mss(1460)).Expect(Text("llo", seq: 3, ack: 1));

    [Fact, Rule("RFC 7413", "§4.1.3.1")]
    public void Text_without_acknowledgment_and_no_cookie_either_is_a_refusal()
    {
        In(Closed).Open(_knowing, "hello").Expect(Syn().With("hello"))
            .Inject(SynAck(ack: 1).Mss(1460)).Expect(Text("hello", seq: 1, ack: 1));
        Assert.Equal(FastOpenAnswer.Refused, _knowing.Answer);
    }

    [Fact, Rule("RFC 7413", "§4.1.3.1")]
    public void A_request_without_answer_is_a_refusal()
    {
        In(Closed).Open(_asking, "hello").Expect(Syn()).Inject(SynAck(ack: 1).Mss(1460)).Expect(Text("hello", seq: 1, ack: 1));
        Assert.Equal(FastOpenAnswer.Refused, _asking.Answer);
    }

    [Fact, Rule("RFC 7413", "§4.2.1")]
    public void A_syn_that_is_repeated_has_neither_cookie_nor_text() =>
        In(Closed, Plain).Open(_knowing, "hello").Expect(Syn().Mss(1460).FastOpen(Cookie).With("hello"))
            .After(1.Seconds()).Expect(Syn().Mss(1460))
            .Inject(SynAck(ack: 1).Mss(1460)).Expect(Text("hello", seq: 1, ack: 1)).ExpectState(Established);

    [Fact, Rule("RFC 7413", "§4.1.3.1")]
    public void A_syn_that_its_text_makes_too_big_is_repeated_at_once_without_and_not_tried_again()
    {
        In(Closed, Plain).Open(_knowing, new string('a', 900)).Expect(Syn().Mss(1460).FastOpen(Cookie).With(new string('a', 900)))
            .PacketTooBig(quoted: 0, mtu: 840).Expect(Syn().Mss(800))
            .PacketTooBig(quoted: 0, mtu: 840).ExpectSilence()
            .Inject(SynAck(ack: 1).Mss(1460)).Expect(Text(new string('a', 800), seq: 1, ack: 1));
        Assert.Equal(FastOpenAnswer.Refused, _knowing.Answer);
    }

    [Fact, Rule("RFC 7413", "§4.2.1")]
    public void The_first_syn_may_have_arrived_all_the_same() =>
        In(Closed).Open(_knowing, "hello").Expect(Syn().With("hello"))
            .After(1.Seconds()).Expect(Syn())
            .Inject(SynAck(ack: 6).Mss(1460)).Expect(Ack(seq: 6, ack: 1)).ExpectState(Established);

    [Fact]
    public void An_acknowledgment_of_more_than_was_sent_is_reset() =>
        In(Closed).Open(_knowing, "hello").Expect(Syn().With("hello"))
            .Inject(SynAck(ack: 7)).Expect(Rst(seq: 7)).ExpectState(SynSent);

    [Fact, Rule("RFC 9293", "MUST-10")]
    public void A_simultaneous_open_sends_the_text_when_it_is_established() =>
        In(Closed).Open(_knowing, "hello").Expect(Syn().With("hello"))
            .Inject(Syn().Mss(1460)).Expect(SynAck(ack: 1))
            .Inject(Ack(seq: 1, ack: 1)).ExpectSilence().ExpectState(Established)
            .After(1.Seconds()).Expect(Text("hello", seq: 1, ack: 1));

    private static string Hexadecimal(FastOpenOption? option)
    {
        var cookie = option!.Value.Cookie;
        return Convert.ToHexStringLower(cookie[..option.Value.Length]);
    }
}
