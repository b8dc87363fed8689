using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.2.</summary>
[Rule("RFC 9293", "§3.10.2")]
public sealed class SendCalls
{
    [Fact]
    public void There_is_nothing_to_send_on_in_closed() => In(Closed).Send("x", CallResult.ConnectionDoesNotExist).ExpectSilence();

    [Fact]
    public void In_listen_it_opens_actively_and_queues_the_text() => In(Listen)
        .Send("hello").Expect(Syn()).ExpectState(SynSent)
        .Inject(SynAck(ack: 1)).Expect(Text("hello", seq: 1, ack: 1)).ExpectState(Established);

    [Fact]
    public void In_listen_it_needs_a_remote_socket()
    {
        var script = In(Listen);
        script.Machine.Tcb.RemoteSpecified = false;

        script.Send("x", CallResult.RemoteSocketUnspecified).ExpectSilence().ExpectState(Listen);
    }

    [Fact]
    public void In_syn_received_the_text_waits_for_the_final_ack() => In(SynReceived)
        .Send("hello").ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).Expect(Text("hello", seq: 1, ack: 1));

    [Theory, InlineData(Established), InlineData(CloseWait)]
    public void In_established_and_close_wait_it_is_sent(TcpState state) => In(state)
        .Send("hello").Expect(Text("hello", seq: 1, ack: state == CloseWait ? 2u : 1).Psh());

    [Theory, InlineData(FinWait1), InlineData(FinWait2), InlineData(Closing), InlineData(LastAck), InlineData(TimeWait)]
    public void After_close_it_is_an_error(TcpState state) => In(state).Send("x", CallResult.ConnectionClosing).ExpectSilence();

    [Fact]
    public void After_a_close_that_waits_for_the_final_ack_it_is_an_error() => In(SynReceived)
        .Send("hello").ExpectSilence().Shutdown().ExpectSilence()
        .Send("more", CallResult.ConnectionClosing).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).Expect(Text("hello", seq: 1, ack: 1).With(ControlBits.Fin)).ExpectState(FinWait1);

    [Fact]
    public void More_than_the_buffer_holds_is_refused_as_a_whole() => In(SynReceived, new ConnectionSettings { SendBuffer = 10 })
        .Send("hello").ExpectSilence()
        .Send("world!", CallResult.InsufficientResources).ExpectSilence()
        .Send("world").ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1)).Expect(Text("helloworld", seq: 1, ack: 1));

    [Fact]
    public void What_is_acknowledged_makes_room() => In(Established, new ConnectionSettings { SendBuffer = 5, SendBufferLimit = 5 })
        .Send("hello").Expect(Text("hello", seq: 1, ack: 1))
        .Send("x", CallResult.InsufficientResources).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 4)).ExpectSilence()
        .Send("abcd", CallResult.InsufficientResources).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 6)).ExpectSilence()
        .Send("again").Expect(Text("again", seq: 6, ack: 1));

    [Fact]
    public void The_buffer_grows_to_two_congestion_windows_and_no_further_than_its_limit()
    {
        Assert.Equal(29_200, SendCall.Room(In(Established, new ConnectionSettings { SendBuffer = 5 }).Machine.Tcb));
        Assert.Equal(5, SendCall.Room(In(Established, new ConnectionSettings { SendBuffer = 5 }).Machine.Tcb, mayGrow: false));
        Assert.Equal(9000, SendCall.Room(In(Established, new ConnectionSettings { SendBuffer = 5, SendBufferLimit = 9000 }).Machine.Tcb));
        Assert.Equal(50_000, SendCall.Room(In(Established, new ConnectionSettings { SendBuffer = 50_000 }).Machine.Tcb));
    }

    [Fact, Rule("RFC 9293", "MUST-61")]
    public void The_last_segment_of_what_was_given_is_pushed()
    {
        var script = In(Established, new ConnectionSettings { Nagle = false }).Send(3000);

        Assert.Equal([false, false, true], script.Machine.Sent.Select(sent => sent.Control.HasFlag(ControlBits.Psh)));
    }
}
