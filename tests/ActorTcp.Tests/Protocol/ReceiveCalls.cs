using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.3.</summary>
[Rule("RFC 9293", "§3.10.3")]
public sealed class ReceiveCalls
{
    [Fact]
    public void There_is_nothing_to_receive_from_in_closed() => In(Closed).Receive(0, CallResult.ConnectionDoesNotExist);

    [Theory, InlineData(Listen), InlineData(SynSent), InlineData(SynReceived), InlineData(Established), InlineData(FinWait1), InlineData(FinWait2)]
    public void Nothing_has_come_yet_and_more_may_come(TcpState state) => In(state)
        .Receive(0).ExpectSilence()
        .Receive(1, CallResult.InsufficientResources).ExpectSilence();

    [Theory, InlineData(CloseWait), InlineData(Closing), InlineData(LastAck), InlineData(TimeWait)]
    public void Nothing_more_will_come_after_the_fin(TcpState state) => In(state).Receive(0, CallResult.ConnectionClosing).ExpectSilence();

    [Fact]
    public void In_close_wait_the_text_on_hand_is_given_first() => In(Established)
        .Inject(Text("hello", seq: 1, ack: 1).With(ControlBits.Fin)).Expect(Ack(seq: 1, ack: 7)).ExpectDelivered("hello").ExpectState(CloseWait)
        .Receive(3).ExpectSilence()
        .Receive(2).ExpectSilence()
        .Receive(0, CallResult.ConnectionClosing);
}
