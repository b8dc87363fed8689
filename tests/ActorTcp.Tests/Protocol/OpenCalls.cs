using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.1.</summary>
[Rule("RFC 9293", "§3.10.1")]
public sealed class OpenCalls
{
    [Fact]
    public void A_passive_open_listens_and_says_nothing() => In(Closed).Listen().ExpectSilence().ExpectState(Listen);

    [Fact]
    [Rule("RFC 6298", "§2.1")]
    public void An_active_open_sends_a_syn() => In(Closed)
        .Open().Expect(Syn().Win(65535)).ExpectState(SynSent)
        .ExpectTimer(Timer.Retransmission, due: 1.Seconds());

    [Fact]
    public void An_active_open_turns_a_listener_into_a_caller() => In(Listen).Open().Expect(Syn()).ExpectState(SynSent);

    [Fact]
    public void An_active_open_needs_a_remote_socket()
    {
        var script = In(Closed);
        script.Machine.Tcb.RemoteSpecified = false;

        script.Open(CallResult.RemoteSocketUnspecified).ExpectSilence().ExpectState(Closed);
    }

    [Theory]
    [InlineData(SynSent), InlineData(SynReceived), InlineData(Established), InlineData(FinWait1), InlineData(FinWait2)]
    [InlineData(CloseWait), InlineData(Closing), InlineData(LastAck), InlineData(TimeWait)]
    public void A_connection_that_exists_is_not_opened_again(TcpState state) => In(state)
        .Listen(CallResult.ConnectionAlreadyExists).ExpectSilence()
        .Open(CallResult.ConnectionAlreadyExists).ExpectSilence().ExpectState(state);

    [Fact]
    public void A_listener_does_not_listen_again() => In(Listen).Listen(CallResult.ConnectionAlreadyExists).ExpectState(Listen);

    [Fact, Rule("RFC 9293", "MUST-23"), Rule("RFC 9293", "MUST-18")]
    public void A_syn_that_nobody_answers_is_repeated_with_back_off_for_three_minutes() => In(SynSent)
        .After(1.Seconds()).Expect(Syn())
        .After(2.Seconds()).Expect(Syn())
        .After(4.Seconds()).Expect(Syn()).ExpectSignal(Signal.SoftError)
        .After(8.Seconds()).Expect(Syn())
        .After(16.Seconds()).Expect(Syn())
        .After(32.Seconds()).Expect(Syn())
        .After(60.Seconds()).Expect(Syn())
        .After(56.Seconds()).ExpectSilence().ExpectState(SynSent)
        .After(1.Seconds()).ExpectSilence().ExpectState(Closed).ExpectSignal(Signal.ConnectionTimedOut);
}
