using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.SubtleCases;

/// <summary>RFC 9293 §3.10.7: control bits in combinations that no honest peer sends.</summary>
public sealed class UnusualControlBits
{
    private const ControlBits ChristmasTree = ControlBits.Fin | ControlBits.Psh | ControlBits.Urg;

    [Fact]
    [SubtleCase(4)]
    public void A_fin_on_a_crossing_syn_waits_until_the_connection_is_established() => In(SynSent)
        .Inject(Syn().With(ControlBits.Fin)).Expect(SynAck(ack: 1)).ExpectState(SynReceived)
        .Inject(SynAck(ack: 1).With(ControlBits.Fin)).Expect(Ack(seq: 1, ack: 2)).ExpectState(CloseWait);

    [Theory, InlineData(3, Closed), InlineData(2, TimeWait)]
    [SubtleCase(4)]
    public void In_TIME_WAIT_a_fin_on_a_syn_changes_nothing_about_what_the_syn_is(uint seq, TcpState next) => In(TimeWait)
        .Inject(Syn(seq).With(ControlBits.Fin)).ExpectSilence().ExpectState(next);

    [Theory, InlineData(SynSent), InlineData(SynReceived), InlineData(Established), InlineData(TimeWait)]
    [SubtleCase(5)]
    public void Syn_with_reset_never_opens_or_answers_anything(TcpState state) => In(state)
        .Inject(Syn(seq: 70_000).With(ControlBits.Rst)).ExpectSilence().ExpectState(state);

    [Theory, InlineData(Closed), InlineData(Listen), InlineData(SynSent), InlineData(Established), InlineData(TimeWait)]
    [SubtleCase(6)]
    public void A_Christmas_tree_learns_nothing_about_the_state_but_that_nobody_is_there(TcpState state)
    {
        var script = In(state);
        var nxt = (uint)(script.Machine.Tcb.Rcv.Nxt - script.Machine.Tcb.Rcv.Irs);
        script.Inject(new SegmentLine(ChristmasTree, nxt, 0, []));
        _ = state == Closed ? script.Expect(RstAck(ack: nxt + 1)) : script.ExpectSilence();
        script.ExpectState(state);
    }

    [Fact]
    [SubtleCase(6)]
    public void With_every_bit_set_the_reset_wins_in_LISTEN() => In(Listen)
        .Inject(Syn().With((ControlBits)0xFF)).ExpectSilence().ExpectState(Listen);
}
