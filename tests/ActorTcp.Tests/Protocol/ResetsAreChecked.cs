using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.7.4, second: RFC 5961 §3.2 asks for the exact number.</summary>
[Rule("RFC 5961", "§3.2")]
public sealed class ResetsAreChecked
{
    [Theory, InlineData(Established), InlineData(FinWait1), InlineData(FinWait2)]
    [Rule("RFC 9293", "MUST-12")]
    [SubtleCase(25)]
    public void The_exact_number_resets_and_the_user_can_tell_it_from_a_close(TcpState state) => In(state)
        .Inject(Rst(seq: 1)).ExpectSilence().ExpectState(Closed).ExpectSignal(Signal.ConnectionReset);

    [Theory, InlineData(Closing), InlineData(LastAck)]
    public void After_both_have_closed_nobody_is_told(TcpState state) => In(state)
        .Inject(Rst(seq: 2)).ExpectSilence().ExpectState(Closed).ExpectSignal();

    [Fact]
    [SubtleCase(25)]
    public void Any_other_number_in_the_window_is_challenged_and_the_true_peer_then_knows_the_exact_one() => In(Established)
        .Inject(Rst(seq: 65535)).Expect(Ack(seq: 1, ack: 1)).ExpectState(Established)
        .Inject(Rst(seq: 1)).ExpectSilence().ExpectState(Closed);

    [Fact]
    [SubtleCase(25)]
    public void One_outside_the_window_is_dropped() => In(Established)
        .Inject(Rst(seq: 0)).ExpectSilence()
        .Inject(Rst(seq: 65536)).ExpectSilence().ExpectState(Established);

    [Fact]
    public void One_that_begins_before_the_window_is_dropped_even_if_its_text_reaches_into_it() => In(Established)
        .Inject(Rst(seq: 0).With("hello")).ExpectSilence().ExpectState(Established);

    [Fact, Rule("RFC 9293", "SHLD-2")]
    public void A_reset_may_carry_text() => In(Established)
        .Inject(Rst(seq: 1).With("because")).ExpectSilence().ExpectState(Closed).ExpectDelivered("");

    [Fact, Rule("RFC 9293", "MUST-66")]
    [SubtleCase(23)]
    public void At_a_zero_window_the_exact_number_still_resets() => In(Established, new ConnectionSettings { ReceiveBuffer = 5 })
        .Inject(Text("hello", seq: 1, ack: 1)).ExpectSilence().After(40.Milliseconds()).Expect(Ack(seq: 1, ack: 6).Win(0))
        .Inject(Rst(seq: 7)).ExpectSilence().ExpectState(Established)
        .Inject(Rst(seq: 6)).ExpectSilence().ExpectState(Closed);

    [Fact]
    [SubtleCase(5)]
    public void A_syn_on_the_reset_does_not_help_it() => In(Established)
        .Inject(Syn(seq: 1).With(ControlBits.Rst)).ExpectSilence().ExpectState(Closed);

    [Fact, Rule("RFC 5961", "§7")]
    public void Challenges_are_throttled()
    {
        var script = In(Established);
        for (var i = 0; i < 10; i++)
        {
            script.Inject(Rst(seq: 100)).Expect(Ack(seq: 1, ack: 1));
        }

        script
            .Inject(Rst(seq: 100)).ExpectSilence()
            .Inject(Syn(seq: 100)).ExpectSilence()
            .Inject(Ack(seq: 1, ack: 9)).ExpectSilence()
            .Inject(Ack(seq: 0, ack: 1)).ExpectSilence()
            .After(5.Seconds()).ExpectSilence()
            .Inject(Rst(seq: 100)).Expect(Ack(seq: 1, ack: 1));
    }
}
