using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 3168 §6.1.1: both sides agree upon ECN in the handshake, and do without when the path objects. No SYN is itself marked as capable.</summary>
[Rule("RFC 3168", "§6.1.1")]
public sealed class EcnSetups
{
    private const ControlBits Both = ControlBits.Ece | ControlBits.Cwr;

    private static readonly ConnectionSettings Off = new() { Ecn = EcnMode.Off };
    private static readonly ConnectionSettings Asking = new() { Ecn = EcnMode.Ask, WindowScaling = false, Timestamps = false };

    [Fact]
    public void A_listener_agrees_by_ECE_alone() => Script.In(Listen)
        .Inject(Syn().With(Both)).Expect(SynAck(ack: 1).With(ControlBits.Ece)).Expect("on", true, IsOn);

    [Theory, InlineData(ControlBits.None), InlineData(ControlBits.Ece), InlineData(ControlBits.Cwr)]
    internal void One_bit_alone_does_not_ask(ControlBits bits) => Script.In(Listen)
        .Inject(Syn().With(bits)).Expect(SynAck(ack: 1)).Expect("on", false, IsOn);

    [Fact]
    public void What_is_off_is_not_agreed_upon() => Script.In(Listen, Off)
        .Inject(Syn().With(Both)).Expect(SynAck(ack: 1)).Expect("on", false, IsOn);

    [Fact]
    public void Who_asks_for_more_accurate_notification_gets_the_classic_one() => Script.In(Listen)
        .Inject(Syn().With(Both | ControlBits.Ae)).Expect(SynAck(ack: 1).With(ControlBits.Ece)).Expect("on", true, IsOn);

    [Fact, Rule("RFC 3168", "§6.1.1.1")]
    public void A_client_that_gives_up_asking_is_believed() => Script.In(Listen)
        .Inject(Syn().With(Both)).Expect(SynAck(ack: 1).With(ControlBits.Ece))
        .Inject(Syn()).Expect(SynAck(ack: 1)).Expect("on", false, IsOn);

    [Theory, InlineData(ControlBits.Ece, true), InlineData(Both, false), InlineData(ControlBits.None, false)]
    internal void A_syn_asks_by_both_bits_and_ECE_alone_agrees(ControlBits answer, bool isOn) => Asked()
        .Inject(SynAck(ack: 1).With(answer)).Expect(Ack(seq: 1, ack: 1)).Expect("on", isOn, IsOn);

    [Fact]
    public void By_default_a_syn_does_not_ask_and_no_answer_agrees() => Script.In(SynSent)
        .Inject(SynAck(ack: 1).With(ControlBits.Ece)).Expect(Ack(seq: 1, ack: 1)).Expect("on", false, IsOn);

    [Fact, Rule("RFC 3168", "§6.1.1.1")]
    public void A_syn_without_answer_is_repeated_without_asking() => Asked()
        .After(1.Seconds()).Expect(Syn())
        .Inject(SynAck(ack: 1).With(ControlBits.Ece)).Expect(Ack(seq: 1, ack: 1)).Expect("on", false, IsOn);

    [Fact, Rule("RFC 3168", "§6.1.1.1")]
    public void A_reset_is_believed_when_it_answers_a_syn_that_does_not_ask() => Asked()
        .Inject(RstAck(seq: 0, ack: 1)).Expect(Syn()).ExpectState(SynSent)
        .Inject(RstAck(seq: 0, ack: 1)).ExpectSilence().ExpectSignal(Signal.ConnectionRefused).ExpectState(Closed);

    [Theory, InlineData(Both, ControlBits.Ece), InlineData(ControlBits.None, ControlBits.None)]
    internal void Syns_that_cross_must_both_ask(ControlBits theirs, ControlBits answer) => Asked()
        .Inject(Syn().With(theirs)).Expect(SynAck(ack: 1).With(answer));

    private static Script Asked() => Script.In(Closed, Asking).Open().Expect(Syn().With(Both));

    private static bool IsOn(Tcb tcb) => tcb.Ecn.IsOn;
}
