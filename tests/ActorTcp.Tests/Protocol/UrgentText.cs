using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.8.5: the urgent pointer names the octet after the urgent ones.</summary>
[Rule("RFC 9293", "MUST-30")]
public sealed class UrgentText
{
    [Fact, Rule("RFC 9293", "MUST-62")]
    public void Is_pointed_at_in_every_segment_before_its_end() => In(Established)
        .Send("stop", urgent: true).Expect(Text("stop", seq: 1, ack: 1).Urg(4))
        .Inject(Ack(seq: 1, ack: 3)).ExpectSilence()
        .After(200.Milliseconds()).Expect(Text("op", seq: 3, ack: 1).Urg(2))
        .Inject(Ack(seq: 1, ack: 5)).ExpectSilence()
        .Send("go").Expect(Text("go", seq: 5, ack: 1));

    [Fact]
    public void That_is_farther_than_sixteen_bits_reach_is_pointed_at_as_far_as_they_do()
    {
        var script = In(Established, new ConnectionSettings { InitialWindow = 1 });
        script.Machine.Send(Octets.At(1, 70_000), urgent: true);

        Assert.Equal(65535, Assert.Single(script.Machine.Sent).Up);
    }

    [Fact, Rule("RFC 9293", "MUST-31"), Rule("RFC 9293", "MUST-32")]
    public void Is_told_once_and_again_when_there_is_more() => In(Established)
        .Inject(Text("ab", seq: 1, ack: 1).Urg(5)).ExpectSilence().ExpectSignal(Signal.Urgent)
        .Inject(Text("cd", seq: 3, ack: 1).Urg(3)).Expect(Ack(seq: 1, ack: 5)).ExpectSignal()
        .Inject(Text("ef", seq: 5, ack: 1).Urg(9)).ExpectSilence().ExpectSignal(Signal.Urgent);

    [Fact]
    public void Is_over_when_the_user_has_read_it() => In(Established)
        .Inject(Text("abcd", seq: 1, ack: 1).Urg(2)).ExpectSilence().ExpectSignal(Signal.Urgent)
        .Receive(1).ExpectSilence().Expect("urgent", true, tcb => tcb.Rcv.Urgent)
        .Receive(1).ExpectSilence().Expect("urgent", false, tcb => tcb.Rcv.Urgent)
        .Inject(Text("e", seq: 5, ack: 1).Urg(1)).Expect(Ack(seq: 1, ack: 6)).ExpectSignal(Signal.Urgent);

    [Fact]
    public void Behind_what_was_read_is_old() => In(Established)
        .Inject(Text("abcd", seq: 1, ack: 1)).ExpectSilence()
        .Receive(4).ExpectSilence()
        .Inject(Text("abcde", seq: 1, ack: 1).Urg(4)).Expect(Ack(seq: 1, ack: 6)).ExpectSignal();

    [Fact, Rule("RFC 9293", "MUST-66")]
    [SubtleCase(23)]
    public void Is_told_at_a_zero_window_too() => In(Established, new ConnectionSettings { ReceiveBuffer = 2 })
        .Inject(Text("ab", seq: 1, ack: 1)).ExpectSilence().After(40.Milliseconds()).Expect(Ack(seq: 1, ack: 3).Win(0))
        .Inject(Text("c", seq: 3, ack: 1).Urg(1)).Expect(Ack(seq: 1, ack: 3).Win(0)).ExpectSignal(Signal.Urgent);

    [Fact]
    public void Means_nothing_after_the_fin() => In(CloseWait)
        .Inject(Ack(seq: 2, ack: 1).Urg(9)).ExpectSilence().ExpectSignal();
}
