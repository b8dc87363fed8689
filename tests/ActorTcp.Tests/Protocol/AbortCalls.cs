using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.5.</summary>
[Rule("RFC 9293", "§3.10.5")]
public sealed class AbortCalls
{
    [Fact]
    public void There_is_nothing_to_abort_in_closed() => In(Closed).Abort(CallResult.ConnectionDoesNotExist).ExpectSilence();

    [Theory, InlineData(Listen), InlineData(SynSent), InlineData(Closing), InlineData(LastAck), InlineData(TimeWait)]
    public void Where_the_peer_waits_for_nothing_it_is_silent(TcpState state) => In(state).Abort().ExpectSilence().ExpectState(Closed);

    [Theory, InlineData(SynReceived, 1, 1), InlineData(Established, 1, 1), InlineData(FinWait1, 2, 1), InlineData(FinWait2, 2, 1), InlineData(CloseWait, 1, 2)]
    [SubtleCase(30)]
    public void Elsewhere_a_reset_tells_the_peer(TcpState state, uint seq, uint ack) => In(state)
        .Abort().Expect(RstAck(seq, ack)).ExpectState(Closed)
        .After(1.Hours()).ExpectSilence();

    [Fact]
    public void What_was_queued_is_forgotten() => In(Established)
        .Inject(Ack(seq: 1, ack: 1).Win(5)).ExpectSilence()
        .Send("hello, world").ExpectSilence()
        .Abort().Expect(RstAck(seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 6)).Expect(Rst(seq: 6));

    [Fact]
    public void The_reset_stays_within_a_window_that_a_probe_has_left() => In(Established)
        .Inject(Ack(seq: 1, ack: 1).Win(0)).ExpectSilence()
        .Send("hello").ExpectSilence()
        .After(200.Milliseconds()).Expect(Text("h", seq: 1, ack: 1))
        .Abort().Expect(RstAck(seq: 1, ack: 1));
}
