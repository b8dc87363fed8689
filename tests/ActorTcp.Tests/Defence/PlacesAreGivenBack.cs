using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using FsCheck;
using FsCheck.Fluent;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Defence;

/// <summary>Every exit of SYN-RECEIVED gives its place back, whatever happens in whichever order, under every policy.</summary>
[Rule("RFC 4987", "§3")]
public sealed class PlacesAreGivenBack
{
    private const int Peers = 12;
    private const int Limit = 4;

    private enum Event
    {
        Syn,
        SynWithText,
        SynInWindow,
        FinalAck,
        TextThatCompletes,
        WrongAck,
        Reset,
        Unreachable,
        SomeTime,
        MuchTime,
        Accept,
        Switch,
    }

    private static readonly Arbitrary<(Event What, int Who)[]> Histories = Arb.From(Gen.ArrayOf(
        from what in Gen.Elements(Enum.GetValues<Event>())
        from who in Gen.Choose(0, Peers - 1)
        select (what, who), 80));

    [Theory, InlineData(HalfOpenPolicy.Textbook), InlineData(HalfOpenPolicy.Recycle), InlineData(HalfOpenPolicy.ShortTimer)]
    [InlineData(HalfOpenPolicy.SynCache), InlineData(HalfOpenPolicy.Cookies), InlineData(HalfOpenPolicy.Hybrid)]
    public void After_any_events_and_time_enough(HalfOpenPolicy policy) =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(60).WithReplay(4987, 1), Prop.ForAll(Histories, history => GivesAllBack(policy, history)));

    private static bool GivesAllBack(HalfOpenPolicy policy, (Event What, int Who)[] history)
    {
        var stack = new LoneStack();
        var listener = stack.Listen(new ListenOptions
        {
            Port = 80,
            Policy = policy,
            HalfOpenLimit = Limit,
            Backlog = 3,
            Flood = new FloodThresholds { HoldDown = 5.Seconds(), LongestHoldDown = 20.Seconds() },
        });
        var peers = Enumerable.Range(1, Peers).Select(i => stack.Peer($"10.9.0.{i}:1000")).ToArray();
        foreach (var (what, who) in history)
        {
            Happens(stack, listener, what, peers[who], who);
            var connections = stack.Router.Flows.ToArray();
            var most = Math.Max(Limit, SynCache.BucketSize) + (listener.Policy == policy ? 0 : Limit);
            Assert.InRange(listener.HalfOpen, connections.Count(each => each.IsHalfOpen), most + Limit);
        }

        stack.Advance(5.Minutes());
        Assert.Empty(stack.Failures);
        Assert.Equal((0, Pressure.Calm), (listener.HalfOpen, listener.Pressure));
        Assert.DoesNotContain(stack.Router.Flows.ToArray(), each => each.Tcb.State == TcpState.SynReceived);

        listener.CloseAsync().Wait();
        stack.Stack.DisposeAsync().AsTask().Wait();
        return listener.HalfOpen == 0 && stack.Stack.Connections == 0 && stack.Router.Buffers.Lent == 0;
    }

    private static void Happens(LoneStack stack, TcpListener listener, Event what, Stranger peer, int who)
    {
        switch (what)
        {
            case Event.Syn: peer.Sends(Syn()); break;
            case Event.SynWithText: peer.Sends(Syn().With("early")); break;
            case Event.SynInWindow: peer.Sends(Syn(seq: 10)); break;
            case Event.FinalAck: peer.Sends(Ack(seq: 1, ack: 1)); break;
            case Event.TextThatCompletes: peer.Sends(Text("hello", seq: 1, ack: 1)); break;
            case Event.WrongAck: peer.Sends(Ack(seq: 1, ack: 77)); break;
            case Event.Reset: peer.Sends(Rst(seq: 1)); break;
            case Event.Unreachable: stack.Arrive(IcmpFor(peer)); break;
            case Event.SomeTime: stack.Advance((100 * who).Milliseconds()); break;
            case Event.MuchTime: stack.Advance((7 * who).Seconds()); break;
            case Event.Accept when listener.AcceptQueue > 0: listener.AcceptAsync().AsTask().Result!.Abort(); break;
            case Event.Switch: listener.SwitchAsync((HalfOpenPolicy)(who % 6)).Wait(); break;
        }

        stack.Settle();
        peer.Receives();   // and learns the number of a SYN-ACK
    }

    private static byte[] IcmpFor(Stranger peer)
    {
        var (original, error) = (new byte[100], new byte[200]);
        var segment = new Segment { Seq = peer.TheirIsn, Control = ControlBits.Syn | ControlBits.Ack };
        var length = SegmentWriter.Write(original, peer.Tuple, PathAttributes.Default, in segment);
        return error[..IcmpWriter.Unreachable(error, IcmpError.PortUnreachable, original.AsSpan(0, length), peer.Tuple.Remote)];
    }
}
