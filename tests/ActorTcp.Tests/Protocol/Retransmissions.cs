using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 6298 and RFC 9293 §3.8.1: the timeout, computed by hand.</summary>
[Rule("RFC 6298", "§2"), Rule("RFC 9293", "MUST-18")]
public sealed class Retransmissions
{
    private static readonly ConnectionSettings NoFloor = new() { MinRto = TimeSpan.Zero, DelayedAck = 1.Milliseconds() };

    [Fact]
    public void The_estimators_follow_the_measurements() => In(SynSent, NoFloor)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(SynAck(ack: 1)).Expect(Ack(seq: 1, ack: 1))                          // SRTT = R, RTTVAR = R/2, RTO = SRTT + 4 RTTVAR
        .Expect("SRTT", 100.Milliseconds(), tcb => tcb.Rto.Srtt)
        .Expect("RTTVAR", 50.Milliseconds(), tcb => tcb.Rto.RttVar)
        .Expect("RTO", 300.Milliseconds(), tcb => tcb.Rto.Value)
        .Send("a").Expect(Text("a", seq: 1, ack: 1)).ExpectTimer(Timer.Retransmission, due: 300.Milliseconds())
        .After(180.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 2)).ExpectSilence()                                 // RTTVAR = ¾·50 + ¼·|100−180|, SRTT = ⅞·100 + ⅛·180
        .Expect("RTTVAR", TimeSpan.FromMilliseconds(57.5), tcb => tcb.Rto.RttVar)
        .Expect("SRTT", 110.Milliseconds(), tcb => tcb.Rto.Srtt)
        .Expect("RTO", 340.Milliseconds(), tcb => tcb.Rto.Value);

    [Fact]
    [Rule("RFC 6298", "§2.4")]
    [Rule("RFC 6298", "§2.5")]
    public void The_timeout_has_a_floor_and_a_ceiling() => In(SynSent, new ConnectionSettings { MinRto = 200.Milliseconds(), MaxRto = 5.Seconds() })
        .Inject(SynAck(ack: 1)).Expect(Ack(seq: 1, ack: 1)).Expect("RTO", 200.Milliseconds(), tcb => tcb.Rto.Value)
        .Send("a").Expect(Text("a", seq: 1, ack: 1))
        .After(7.Seconds()).Expect(Text("a", seq: 1, ack: 1), Text("a", seq: 1, ack: 1), Text("a", seq: 1, ack: 1), Text("a", seq: 1, ack: 1), Text("a", seq: 1, ack: 1))
        .Expect("RTO", 5.Seconds(), tcb => tcb.Rto.Value);

    [Rule("RFC 9293", "SHLD-9")]
    [Fact]
    [Rule("RFC 6298", "§5.5")]
    public void Text_is_repeated_with_back_off_and_the_user_learns_of_it_after_three_times() => In(Established)
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
        .After(200.Milliseconds()).Expect(Text("hello", seq: 1, ack: 1)).ExpectSignal()
        .After(400.Milliseconds()).Expect(Text("hello", seq: 1, ack: 1)).ExpectSignal()
        .After(800.Milliseconds()).Expect(Text("hello", seq: 1, ack: 1)).ExpectSignal(Signal.SoftError)
        .After(1600.Milliseconds()).Expect(Text("hello", seq: 1, ack: 1)).ExpectSignal();

    [Fact, Rule("RFC 9293", "MUST-20"), Rule("RFC 9293", "SHLD-11")]
    public void After_five_minutes_without_any_acknowledgment_the_connection_is_given_up()
    {
        var script = In(Established).Send("hello");

        script.Machine.Advance(5.Minutes() - 1.Milliseconds());
        Assert.Equal(Established, script.Machine.Tcb.State);
        script.Machine.Advance(1.Milliseconds());

        Assert.Equal(Closed, script.Machine.Tcb.State);
        Assert.Equal(Signal.ConnectionTimedOut, script.Machine.Signals[^1]);
    }

    [Fact]
    public void A_fin_is_repeated() => In(FinWait1)
        .After(200.Milliseconds()).Expect(FinAck(seq: 1, ack: 1))
        .After(400.Milliseconds()).Expect(FinAck(seq: 1, ack: 1));

    [Fact]
    public void A_fin_is_repeated_with_the_text_before_it() => In(Established)
        .Send("bye").Expect(Text("bye", seq: 1, ack: 1))
        .Shutdown().Expect(FinAck(seq: 4, ack: 1))
        .After(200.Milliseconds()).Expect(Text("bye", seq: 1, ack: 1).With(ControlBits.Fin));

    [Fact, Rule("RFC 9293", "MUST-18")]
    public void What_was_repeated_is_not_timed_and_the_back_off_stays() => In(Established)
        .Send("a").Expect(Text("a", seq: 1, ack: 1))
        .After(200.Milliseconds()).Expect(Text("a", seq: 1, ack: 1))
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 2)).ExpectSilence().Expect("RTO", 400.Milliseconds(), tcb => tcb.Rto.Value)
        .Send("b").Expect(Text("b", seq: 2, ack: 1))
        .After(50.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 3)).ExpectSilence().Expect("RTO", 200.Milliseconds(), tcb => tcb.Rto.Value);

    [Fact, Rule("RFC 6298", "§5.7")]
    public void After_a_lost_syn_text_begins_with_three_seconds() => In(SynSent)
        .After(1.Seconds()).Expect(Syn())
        .Inject(SynAck(ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1)).ExpectTimer(Timer.Retransmission, due: 3.Seconds());

    [Theory, InlineData(1, 10), InlineData(3, 1)]
    [Rule("RFC 6928", "§2")]
    public void One_lost_syn_is_chance_and_two_are_congestion(int seconds, uint segments)
    {
        var script = In(SynReceived);
        script.Machine.Advance(seconds.Seconds());
        script.Machine.Sent.Clear();

        script.Inject(Ack(seq: 1, ack: 1)).ExpectSilence().Expect("cwnd", segments * 1460, tcb => tcb.Congestion.Size);
    }

    [Fact, Rule("RFC 6298", "§5.3")]
    public void Every_new_acknowledgment_starts_the_timer_anew() => In(Established)
        .Send(2920).Expect(Text(1460, seq: 1, ack: 1), Text(1460, seq: 1461, ack: 1))
        .After(150.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1461)).ExpectSilence()
        .Expect("due", true, tcb => tcb.Timers.Due(Timer.Retransmission) == 150.Milliseconds() + tcb.Rto.Value)
        .Inject(Ack(seq: 1, ack: 2921)).ExpectSilence().ExpectNoTimer(Timer.Retransmission);

    [Fact, Rule("RFC 5681", "§3.1")]
    public void A_timeout_repeats_one_segment_and_then_as_many_as_are_acknowledged() => In(Established)
        .Send(5840).Expect(Text(1460, seq: 1, ack: 1), Text(1460, seq: 1461, ack: 1), Text(1460, seq: 2921, ack: 1), Text(1460, seq: 4381, ack: 1))
        .After(200.Milliseconds()).Expect(Text(1460, seq: 1, ack: 1))
        .Expect("cwnd", 1460u, tcb => tcb.Congestion.Size).Expect("ssthresh", 2920u, tcb => tcb.Congestion.SlowStartThreshold)
        .Inject(Ack(seq: 1, ack: 1461)).Expect(Text(1460, seq: 1461, ack: 1), Text(1460, seq: 2921, ack: 1))
        .Inject(Ack(seq: 1, ack: 5841)).ExpectSilence().ExpectNoTimer(Timer.Retransmission).ExpectNoTimer(Timer.User);

    [Fact, Rule("RFC 5681", "§4.1")]
    public void After_an_idle_time_sending_begins_again_with_the_initial_window() => In(Established, new ConnectionSettings { InitialWindow = 2 })
        .Send(2920).Expect(Text(1460, seq: 1, ack: 1), Text(1460, seq: 1461, ack: 1))
        .Inject(Ack(seq: 1, ack: 1461)).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 2921)).ExpectSilence().Expect("cwnd", 5840u, tcb => tcb.Congestion.Size)
        .After(201.Milliseconds()).ExpectSilence()
        .Send(5840).Expect(Text(1460, seq: 2921, ack: 1), Text(1460, seq: 4381, ack: 1));
}
