using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;

namespace ActorTcp.Tests.Protocol;

/// <summary>Once a connection is warm, the machine asks the garbage collector for nothing.</summary>
public sealed class SteadyState
{
    private const int Rounds = 10_000;
    private static readonly byte[] Text = new byte[1000];

    [Fact]
    public void Segments_in_and_out_calls_and_timers_allocate_nothing()
    {
        var tcb = In(Established).Machine.Tcb;
        var fx = new EffectList();
        var now = TimeSpan.Zero;
        for (var warmUp = 0; warmUp < 100; warmUp++)
        {
            Round(tcb, fx, ref now);
        }

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var round = 0; round < Rounds; round++)
        {
            Round(tcb, fx, ref now);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(Established, tcb.State);
    }

    /// <summary>Text comes, out of order and in order, is read, is answered; the answer is acknowledged; a delayed ACK goes out.</summary>
    private static void Round(Tcb tcb, EffectList fx, ref TimeSpan now)
    {
        var nxt = tcb.Rcv.Nxt;
        Arrives(tcb, fx, nxt + 1000, now);
        Arrives(tcb, fx, nxt, now);
        fx.Begin(now);
        ReceiveCall.Process(tcb, 2000, fx);
        SendCall.Process(tcb, 1460, fx);
        Output.Flush(tcb, fx);
        Arrives(tcb, fx, tcb.Rcv.Nxt, now);
        now += 50.Milliseconds();
        fx.Begin(now);
        Timeouts.Process(tcb, fx);
        ReceiveCall.Process(tcb, 1000, fx);
        Output.Flush(tcb, fx);
    }

    private static void Arrives(Tcb tcb, EffectList fx, SeqNum seq, TimeSpan now)
    {
        fx.Begin(now);
        SegmentArrives.Process(tcb, new Segment { Seq = seq, Ack = tcb.Snd.Nxt, Control = ControlBits.Ack, Wnd = 65535, Text = Text }, fx);
        Output.Flush(tcb, fx);
    }
}
