using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.4.2 and §3.10.7.4 as far as they concern TIME-WAIT, with RFC 6191 and RFC 1337.</summary>
[Rule("RFC 9293", "§3.4.2")]
public sealed class TimeWaits
{
    private static readonly ConnectionSettings HonoursReset = new() { TimeWaitIgnoresReset = false };

    [Fact, Rule("RFC 9293", "MUST-13")]
    public void Last_twice_the_maximum_segment_lifetime() => In(TimeWait)
        .ExpectTimer(Timer.TimeWait, due: 60.Seconds())
        .After(60.Seconds()).ExpectSilence().ExpectState(Closed);

    [Fact]
    [SubtleCase(2)]
    public void Follow_a_simultaneous_close() => In(Closing)
        .Inject(Ack(seq: 2, ack: 2)).ExpectSilence().ExpectState(TimeWait).ExpectSignal(Signal.Closed)
        .ExpectTimer(Timer.TimeWait, due: 60.Seconds()).ExpectNoTimer(Timer.Retransmission);

    [Fact]
    [SubtleCase(27)]
    public void Begin_anew_when_the_fin_comes_again() => In(TimeWait)
        .After(50.Seconds()).ExpectSilence()
        .Inject(FinAck(seq: 1, ack: 2)).Expect(Ack(seq: 2, ack: 2)).ExpectTimer(Timer.TimeWait, due: 60.Seconds());

    [Fact]
    public void Do_not_begin_anew_for_anything_else() => In(TimeWait)
        .After(50.Seconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 2)).Expect(Ack(seq: 2, ack: 2)).ExpectTimer(Timer.TimeWait, due: 10.Seconds())
        .Inject(Text("x", seq: 2, ack: 2)).Expect(Ack(seq: 2, ack: 2)).ExpectTimer(Timer.TimeWait, due: 10.Seconds());

    [Fact]
    public void Answer_an_ack_of_what_was_never_sent() => In(TimeWait).Inject(Ack(seq: 2, ack: 3)).Expect(Ack(seq: 2, ack: 2));

    [Fact, Rule("RFC 9293", "MAY-2"), Rule("RFC 6191", "§2")]
    [SubtleCase(7)]
    public void End_for_a_syn_beyond_the_old_numbers() => In(TimeWait).Inject(Syn(seq: 3)).ExpectSilence().ExpectState(Closed);

    [Theory, InlineData(2), InlineData(1), InlineData(0), InlineData(0x8000_0003)]
    [Rule("RFC 6191", "§2")]
    [SubtleCase(7)]
    public void Ignore_a_syn_that_may_be_an_old_duplicate(uint seq) => In(TimeWait).Inject(Syn(seq)).ExpectSilence().ExpectState(TimeWait);

    [Fact, Rule("RFC 1337", "§3")]
    [SubtleCase(32)]
    public void Ignore_resets() => In(TimeWait).Inject(Rst(seq: 2)).ExpectSilence().ExpectState(TimeWait);

    [Fact]
    public void May_be_told_to_honour_a_reset_with_the_exact_number() => In(TimeWait, HonoursReset)
        .Inject(Rst(seq: 3)).ExpectSilence().ExpectState(TimeWait)
        .Inject(Rst(seq: 2)).ExpectSilence().ExpectState(Closed);

    [Fact]
    public void Need_no_more_than_a_record()
    {
        var tcb = In(TimeWait).Machine.Tcb;

        var record = TimeWaitRecord.Of(tcb);

        var answer = record.Acknowledgment(now: 1.Seconds());

        Assert.Equal((tcb.Snd.Nxt, tcb.Rcv.Nxt, (ushort)65535, false), (record.SndNxt, record.RcvNxt, record.RcvWnd, record.HasTimestamps));
        Assert.Equal((tcb.Snd.Nxt, tcb.Rcv.Nxt, (ushort)65535, ControlBits.Ack), (answer.Seq, answer.Ack, answer.Wnd, answer.Control));
    }
}
