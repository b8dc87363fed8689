using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.Cause;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 9293 §3.3.2, Figure 5: no edge of <see cref="StateDiagram"/> is there that no script walks, and none is walked that is not there.</summary>
[Rule("RFC 9293", "§3.3.2")]
public sealed class EveryEdgeIsWalked
{
    private static readonly ConnectionSettings KeepsAlive = new() { KeepAlive = 2.Hours() };
    private static readonly ConnectionSettings HonoursResetInTimeWait = new() { TimeWaitIgnoresReset = false };

    private static readonly Dictionary<(TcpState, Cause, TcpState), Func<Script>> Walks = new()
    {
        [(Closed, PassiveOpen, Listen)] = () => In(Closed).Listen(),
        [(Closed, ActiveOpen, SynSent)] = () => In(Closed).Open(),

        [(Listen, ActiveOpen, SynSent)] = () => In(Listen).Open(),
        [(Listen, Send, SynSent)] = () => In(Listen).Send("hello"),
        [(Listen, SynArrives, SynReceived)] = () => In(Listen).Inject(Syn()),
        [(Listen, Close, Closed)] = () => In(Listen).Close(),
        [(Listen, Abort, Closed)] = () => In(Listen).Abort(),

        [(SynSent, SynArrives, SynReceived)] = () => In(SynSent).Inject(Syn()),
        [(SynSent, SynAckArrives, Established)] = () => In(SynSent).Inject(SynAck(ack: 1)),
        [(SynSent, ResetArrives, Closed)] = () => In(SynSent).Inject(RstAck(seq: 0, ack: 1)),
        [(SynSent, Close, Closed)] = () => In(SynSent).Close(),
        [(SynSent, Abort, Closed)] = () => In(SynSent).Abort(),
        [(SynSent, Cause.UserTimeout, Closed)] = () => In(SynSent).After(3.Minutes()),
        [(SynSent, IcmpHardError, Closed)] = () => In(SynSent).Unreachable(quoted: 0, isHard: true),

        [(SynReceived, AckOfSynArrives, Established)] = () => In(SynReceived).Inject(Ack(seq: 1, ack: 1)),
        [(SynReceived, Close, FinWait1)] = () => In(SynReceived).Close(),
        [(SynReceived, ResetArrives, Listen)] = () => In(SynReceived).Inject(Rst(seq: 1)),
        [(SynReceived, ResetArrives, Closed)] = () => InSynReceivedActively().Inject(Rst(seq: 1)),
        [(SynReceived, SynArrives, Listen)] = () => In(SynReceived).Inject(Syn(seq: 1)),
        [(SynReceived, Abort, Closed)] = () => In(SynReceived).Abort(),
        [(SynReceived, Cause.UserTimeout, Closed)] = () => In(SynReceived).After(63.Seconds()),
        [(SynReceived, IcmpHardError, Closed)] = () => In(SynReceived).Unreachable(quoted: 0, isHard: true),
        [(SynReceived, Cause.Recycled, Closed)] = () => In(SynReceived).Recycle(),

        [(Established, Close, FinWait1)] = () => In(Established).Close(),
        [(Established, FinArrives, CloseWait)] = () => In(Established).Inject(FinAck(seq: 1, ack: 1)),
        [(Established, ResetArrives, Closed)] = () => In(Established).Inject(Rst(seq: 1)),
        [(Established, Abort, Closed)] = () => In(Established).Abort(),
        [(Established, Cause.UserTimeout, Closed)] = () => In(Established).Send("hello").Expect(Text("hello", seq: 1, ack: 1)).After(5.Minutes()),

        [(FinWait1, AckOfFinArrives, FinWait2)] = () => In(FinWait1).Inject(Ack(seq: 1, ack: 2)),
        [(FinWait1, FinArrives, Closing)] = () => In(FinWait1).Inject(FinAck(seq: 1, ack: 1)),
        [(FinWait1, ResetArrives, Closed)] = () => In(FinWait1).Inject(Rst(seq: 1)),
        [(FinWait1, TextAfterClose, Closed)] = () => In(Established).Close().Expect(FinAck(seq: 1, ack: 1)).Inject(Text("late", seq: 1, ack: 1)),
        [(FinWait1, Abort, Closed)] = () => In(FinWait1).Abort(),
        [(FinWait1, Cause.UserTimeout, Closed)] = () => In(FinWait1).After(5.Minutes()),

        [(FinWait2, FinArrives, TimeWait)] = () => In(FinWait2).Inject(FinAck(seq: 1, ack: 2)),
        [(FinWait2, ResetArrives, Closed)] = () => In(FinWait2).Inject(Rst(seq: 1)),
        [(FinWait2, TextAfterClose, Closed)] = () => In(FinWait2).Close(CallResult.ConnectionClosing).Inject(Text("late", seq: 1, ack: 2)),
        [(FinWait2, Abort, Closed)] = () => In(FinWait2).Abort(),
        [(FinWait2, Cause.UserTimeout, Closed)] = () => In(FinWait2, KeepsAlive).After(3.Hours()),
        [(FinWait2, Cause.FinWait2Timeout, Closed)] = () => In(FinWait2).Close(CallResult.ConnectionClosing).After(1.Minutes()),

        [(CloseWait, Close, LastAck)] = () => In(CloseWait).Close(),
        [(CloseWait, ResetArrives, Closed)] = () => In(CloseWait).Inject(Rst(seq: 2)),
        [(CloseWait, Abort, Closed)] = () => In(CloseWait).Abort(),
        [(CloseWait, Cause.UserTimeout, Closed)] = () => In(CloseWait, KeepsAlive).After(3.Hours()),

        [(Closing, AckOfFinArrives, TimeWait)] = () => In(Closing).Inject(Ack(seq: 2, ack: 2)),
        [(Closing, ResetArrives, Closed)] = () => In(Closing).Inject(Rst(seq: 2)),
        [(Closing, Abort, Closed)] = () => In(Closing).Abort(),
        [(Closing, Cause.UserTimeout, Closed)] = () => In(Closing).After(5.Minutes()),

        [(LastAck, AckOfFinArrives, Closed)] = () => In(LastAck).Inject(Ack(seq: 2, ack: 2)),
        [(LastAck, ResetArrives, Closed)] = () => In(LastAck).Inject(Rst(seq: 2)),
        [(LastAck, Abort, Closed)] = () => In(LastAck).Abort(),
        [(LastAck, Cause.UserTimeout, Closed)] = () => In(LastAck).After(5.Minutes()),

        [(TimeWait, Cause.TimeWaitTimeout, Closed)] = () => In(TimeWait).After(1.Minutes()),
        [(TimeWait, ResetArrives, Closed)] = () => In(TimeWait, HonoursResetInTimeWait).Inject(Rst(seq: 2)),
        [(TimeWait, Abort, Closed)] = () => In(TimeWait).Abort(),
        [(TimeWait, Reopen, Closed)] = () => In(TimeWait).Inject(Syn(seq: 3)),
    };

    public static TheoryData<int> EdgeNumbers => [.. Enumerable.Range(0, StateDiagram.Edges.Count)];

    [Theory, MemberData(nameof(EdgeNumbers))]
    public void By_a_script_that_ends_with_it(int number)
    {
        var edge = StateDiagram.Edges[number];

        var walked = Walks[(edge.From, edge.Cause, edge.To)]().Machine.Walked[^1];

        Assert.Equal((edge.From, edge.Cause, edge.To), (walked.From, walked.Cause, walked.To));
    }

    [Fact]
    public void And_no_script_walks_an_edge_that_the_diagram_has_not() => Assert.Equal(StateDiagram.Edges.Count, Walks.Count);

    [Fact]
    public void An_edge_that_is_not_there_cannot_be_walked()
    {
        var tcb = In(Established).Machine.Tcb;

        Assert.Throws<InvalidOperationException>(() => tcb.Enter(TimeWait, FinArrives, new EffectList()));
        Assert.Equal(Established, tcb.State);
    }

    [Fact]
    public void A_closed_connection_has_no_timers()
    {
        foreach (var walk in Walks.Values.Select(walk => walk()).Where(script => script.Machine.Tcb.State is Closed or Listen))
        {
            Assert.Equal(TimeSpan.MaxValue, walk.Machine.Tcb.Timers.NextDue);
        }
    }
}
