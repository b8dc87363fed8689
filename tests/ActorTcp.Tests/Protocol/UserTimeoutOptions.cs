using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 5482.</summary>
public sealed class UserTimeoutOptions
{
    private const ushort InMinutes = 0x8000;

    private static readonly ConnectionSettings Telling = ConnectionSettings.Default with
    {
        UserTimeout = 200.Seconds(),
        UserTimeoutOption = new UserTimeoutOption { UpperLimit = 10.Minutes() },
        WindowScaling = false,
        Timestamps = false,
        SelectiveAck = false,
    };

    [Fact, Rule("RFC 5482", "§3")]
    public void Is_neither_told_nor_heeded_by_default() => In(Listen)
        .Inject(Syn().UserTimeout(500)).Expect(SynAck(ack: 1).Mss(1460))
        .Inject(Ack(seq: 1, ack: 1).UserTimeout(500)).ExpectSilence()
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1).NoOptions()).ExpectTimer(Timer.User, due: 5.Minutes());

    [Fact, Rule("RFC 5482", "§3.2")]
    public void Is_told_with_the_syn_and_with_the_first_segment_after_it() => In(Closed, Telling)
        .Open().Expect(Syn().Mss(1460).UserTimeout(200))
        .Inject(SynAck(ack: 1)).Expect(Ack(seq: 1, ack: 1).UserTimeout(200))
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1).NoOptions());

    [Fact, Rule("RFC 5482", "§3.2")]
    public void Is_told_again_when_the_user_chooses_another()
    {
        var script = In(Established, Telling).Send("one").Expect(Text("one", seq: 1, ack: 1).UserTimeout(200)).Inject(Ack(seq: 1, ack: 4)).ExpectSilence();
        script.Machine.Tcb.Settings = Telling with { UserTimeout = 10.Hours() };
        script.Send("two").Expect(Text("two", seq: 4, ack: 1).UserTimeout(InMinutes | 600)).Inject(Ack(seq: 1, ack: 7)).ExpectSilence()
            .Send("three").Expect(Text("three", seq: 7, ack: 1).NoOptions());
    }

    [Theory, Rule("RFC 5482", "§3.1")]
    [InlineData(300, 300)]
    [InlineData(InMinutes | 5, 300)]
    [InlineData(60, 200)]
    [InlineData(InMinutes | 60, 600)]
    [InlineData(0, 200)]
    [InlineData(InMinutes, 200)]
    public void The_longer_of_both_within_the_limits_is_adopted(ushort told, int seconds) => In(Listen, Telling)
        .Inject(Syn()).Expect(SynAck(ack: 1).Mss(1460).UserTimeout(200))
        .Inject(Ack(seq: 1, ack: 1).UserTimeout(told)).ExpectSilence()
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1).UserTimeout(200)).ExpectTimer(Timer.User, due: seconds.Seconds());

    [Fact, Rule("RFC 5482", "§3.1")]
    public void No_peer_brings_it_below_a_hundred_seconds() => In(Listen, Telling with { UserTimeout = 3.Seconds() })
        .Inject(Syn().UserTimeout(1)).Expect(SynAck(ack: 1))
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1)).ExpectTimer(Timer.User, due: 100.Seconds());

    [Fact, Rule("RFC 5482", "§3.1")]
    public void A_timer_that_runs_is_set_anew() => In(Established, Telling)
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1)).ExpectTimer(Timer.User, due: 200.Seconds())
        .Inject(Ack(seq: 1, ack: 1).UserTimeout(300)).ExpectSilence().ExpectTimer(Timer.User, due: 300.Seconds());

    [Fact, Rule("RFC 5482", "§3.1")]
    public void A_user_may_insist_on_his_own() => In(Listen, Telling with { UserTimeoutOption = new UserTimeoutOption { Changeable = false } })
        .Inject(Syn().UserTimeout(500)).Expect(SynAck(ack: 1))
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1)).ExpectTimer(Timer.User, due: 200.Seconds());

    [Fact, Rule("RFC 5482", "§4.2")]
    public void Keep_alives_wait_longer_than_what_was_agreed_upon() => In(Listen, Telling with { KeepAlive = 60.Seconds() })
        .Inject(Syn().UserTimeout(300)).Expect(SynAck(ack: 1))
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence().ExpectTimer(Timer.KeepAlive, due: 375.Seconds());

    [Fact]
    public void Its_octets_are_taken_from_the_segment() => In(Listen, Telling)
        .Inject(Syn().Mss(1460)).Expect(SynAck(ack: 1))
        .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
        .Send(2916).Expect(Text(1456, seq: 1, ack: 1), Text(1460, seq: 1457, ack: 1));
}
