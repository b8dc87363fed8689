using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.8.4.</summary>
[Rule("RFC 9293", "§3.8.4")]
public sealed class KeepAlives
{
    private static readonly ConnectionSettings On = new() { KeepAlive = 2.Hours() };

    [Fact, Rule("RFC 9293", "MUST-25")]
    public void Are_off_by_default() => In(Established).After(48.Hours()).ExpectSilence().ExpectState(Established);

    [Fact, Rule("RFC 9293", "MUST-26"), Rule("RFC 9293", "SHLD-12")]
    public void Probe_an_idle_connection_without_text_and_with_an_old_number() => In(Established, On)
        .After(2.Hours()).Expect(Ack(seq: 0, ack: 1))
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence();

    [Fact, Rule("RFC 9293", "MUST-29")]
    public void One_that_is_lost_kills_nothing_and_nine_do()
    {
        var script = In(Established, On).After(2.Hours()).Expect(Ack(seq: 0, ack: 1));
        for (var i = 1; i < 9; i++)
        {
            script.After(75.Seconds()).Expect(Ack(seq: 0, ack: 1)).ExpectState(Established);
        }

        script.After(75.Seconds()).ExpectSilence().ExpectState(Closed).ExpectSignal(Signal.ConnectionTimedOut);
    }

    [Fact]
    public void Count_anew_after_each_answer()
    {
        var script = In(Established, new ConnectionSettings { KeepAlive = 10.Seconds() }).After(10.Seconds()).Expect(Ack(seq: 0, ack: 1));
        for (var i = 0; i < 50; i++)
        {
            script.Inject(Ack(seq: 1, ack: 1)).ExpectSilence().After(75.Seconds()).Expect(Ack(seq: 0, ack: 1));
        }

        script.ExpectState(Established);
    }

    [Fact]
    public void Are_put_off_by_whatever_is_heard() => In(Established, On)
        .After(1.Hours()).ExpectSilence()
        .Inject(Text("x", seq: 1, ack: 1)).ExpectSilence().After(1.Hours()).Expect(Ack(seq: 1, ack: 2))
        .After(59.Minutes()).ExpectSilence()
        .After(1.Minutes()).Expect(Ack(seq: 0, ack: 2));

    [Fact]
    public void Are_not_put_off_by_what_a_stranger_forges() => In(Established, On)
        .After(1.Hours()).ExpectSilence()
        .Inject(Rst(seq: 70_000)).ExpectSilence()
        .After(1.Hours()).Expect(Ack(seq: 0, ack: 1));

    [Fact]
    public void Wait_while_text_is_in_flight() => In(Established, new ConnectionSettings { KeepAlive = 1.Seconds(), MinRto = 10.Seconds() })
        .Send("x").Expect(Text("x", seq: 1, ack: 1))
        .After(3.Seconds()).ExpectSilence();

    [Fact]
    [SubtleCase(42)]
    public void Answered_by_a_reset_end_a_connection_that_the_peer_has_forgotten() => In(Established, On)
        .After(2.Hours()).Expect(Ack(seq: 0, ack: 1))
        .Inject(Rst(seq: 1)).ExpectSilence().ExpectState(Closed).ExpectSignal(Signal.ConnectionReset);

    [Fact]
    public void Probe_also_what_was_closed_before_it_was_established() => In(SynReceived, On)
        .Shutdown().Expect(FinAck(seq: 1, ack: 1))
        .Inject(Ack(seq: 1, ack: 2)).ExpectSilence().ExpectState(FinWait2)
        .After(2.Hours()).Expect(Ack(seq: 1, ack: 1));

    [Fact]
    public void Of_the_peer_are_answered() => In(Established)
        .Inject(Ack(seq: 0, ack: 1)).Expect(Ack(seq: 1, ack: 1))
        .Inject(Text("?", seq: 0, ack: 1)).Expect(Ack(seq: 1, ack: 1)).ExpectDelivered("");
}
