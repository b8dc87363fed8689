using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.10.6.</summary>
[Rule("RFC 9293", "§3.10.6")]
public sealed class StatusCalls
{
    [Fact]
    public void Tell_windows_and_queues()
    {
        var script = In(Established)
            .Inject(Text("hello", seq: 1, ack: 1).Win(1000).Urg(3)).ExpectSilence()
            .Send(3000).ExpectSilence()
            .After(200.Milliseconds()).Expect(Ack(seq: 1, ack: 6), Text(1000, seq: 1, ack: 6));

        var status = StatusCall.Process(script.Machine.Tcb);

        Assert.Equal(
            new ConnectionStatus(Established, 1000, 65530, 1000, 2000, 5, Urgent: true, TimeSpan.Zero, 200.Milliseconds()), status);
    }

    [Fact]
    public void Tell_that_there_is_nothing_in_closed() =>
        Assert.Equal(new ConnectionStatus { RetransmissionTimeout = 1.Seconds() }, StatusCall.Process(In(Closed).Machine.Tcb));
}
