using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Protocol;

/// <summary>The records of what is in flight: whatever happens to them, they say of every octet what is so, and nothing is allocated for a segment.</summary>
public sealed class RecoveryRecords
{
    private const int Steps = 20_000;

    [Fact]
    public void Say_of_every_octet_what_is_so()
    {
        var random = new Random(8985);
        var flight = new SegmentsInFlight();
        var isGone = new List<bool>();   // for every octet in flight
        var una = new SeqNum(uint.MaxValue - 5000);
        for (var step = 0; step < Steps; step++)
        {
            var (from, to) = Some(random, isGone.Count);
            switch (random.Next(5))
            {
                case 0 or 1 when isGone.Count < 10_000:
                    var length = random.Next(1, 500);
                    flight.Sent(una + (uint)isGone.Count, una + (uint)(isGone.Count + length), isRetransmission: false, TimeSpan.FromTicks(step));
                    isGone.AddRange(Enumerable.Repeat(false, length));
                    break;
                case 2 when flight.Count < SegmentsInFlight.Capacity - 2 && to > from:
                    flight.Sent(una + (uint)from, una + (uint)to, isRetransmission: true, TimeSpan.FromTicks(step));
                    Forget(flight, isGone, una, from, to);
                    break;
                case 3:
                    una += (uint)to;
                    isGone.RemoveRange(0, to);
                    flight.RemoveUpTo(una);
                    break;
                case 4 when flight.Count > 0:
                    var index = random.Next(flight.Count);
                    Mark(flight, isGone, una, index, random.Next(2) == 0);
                    break;
            }

            Assert.Equal((uint)isGone.Count(gone => gone), flight.Gone);
            Assert.Equal(flight.Segments.ToArray().Count(segment => segment.IsSacked), flight.SackedCount);
            Assert.True(isGone.Count == 0 || (flight.Begin == una && flight.End == una + (uint)isGone.Count));
        }
    }

    [Fact]
    public void Are_bounded_however_small_the_segments()
    {
        var flight = new SegmentsInFlight();
        for (uint i = 0; i < 10 * SegmentsInFlight.Capacity; i++)
        {
            flight.Sent(new SeqNum(i), new SeqNum(i + 1), isRetransmission: false, TimeSpan.FromTicks(i));
        }

        Assert.Equal(SegmentsInFlight.Capacity, flight.Count);
        Assert.Equal(new SeqNum(10 * SegmentsInFlight.Capacity), flight.End);
    }

    [Fact]
    public void Cost_nothing_for_a_segment_and_are_gone_when_nothing_is_in_flight()
    {
        var tcb = Established(out var fx);
        var least = Enumerable.Range(0, 5).Min(_ => AllocatedBy(tcb, fx));   // what the runtime allocates once is nobody's

        Assert.Equal(0, least);
        Assert.Equal(tcb.Snd.End, tcb.Snd.Una);
        Assert.Null(tcb.InFlight);
    }

    private static long AllocatedBy(Tcb tcb, EffectList fx)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            Exchange(tcb, fx);
        }

        return GC.GetAllocatedBytesForCurrentThread() - before;
    }

    /// <summary>Ten segments, of which the peer first acknowledges half and then all.</summary>
    private static void Exchange(Tcb tcb, EffectList fx)
    {
        fx.Begin(fx.Now + TimeSpan.FromMilliseconds(1));
        SendCall.Process(tcb, 10 * 1460, fx);
        Output.Flush(tcb, fx);
        Acknowledge(tcb, 5 * 1460, fx);
        Acknowledge(tcb, 5 * 1460, fx);
    }

    private static void Acknowledge(Tcb tcb, uint octets, EffectList fx)
    {
        fx.Begin(fx.Now + TimeSpan.FromMilliseconds(1));
        var ack = new Segment { Seq = tcb.Rcv.Nxt, Ack = tcb.Snd.Una + octets, Control = ControlBits.Ack, Wnd = 65535 };
        SegmentArrives.Process(tcb, in ack, fx);
        Output.Flush(tcb, fx);
    }

    private static Tcb Established(out EffectList fx)
    {
        fx = new EffectList();
        var tcb = new Tcb(new ConnectionSettings { Timestamps = false }, new SeqNum(1000), mtu: 1500, isV4: true);
        fx.Begin(TimeSpan.Zero);
        OpenCall.Passive(tcb, fx);
        var options = new TcpOptions { Present = OptionKinds.Mss | OptionKinds.SackPermitted, Mss = 1460 };
        SegmentArrives.Process(tcb, new Segment { Seq = new SeqNum(1), Control = ControlBits.Syn, Wnd = 65535, Options = options }, fx);
        SegmentArrives.Process(tcb, new Segment { Seq = new SeqNum(2), Ack = new SeqNum(1001), Control = ControlBits.Ack, Wnd = 65535 }, fx);
        return tcb;
    }

    private static (int From, int To) Some(Random random, int length)
    {
        var (x, y) = (random.Next(length + 1), random.Next(length + 1));
        return (Math.Min(x, y), Math.Max(x, y));
    }

    private static void Mark(SegmentsInFlight flight, List<bool> isGone, SeqNum una, int index, bool isSacked)
    {
        var (from, to) = (flight.BeginOf(index) - una, flight.Segments[index].End - una);
        if (isSacked)
        {
            flight.MarkSacked(index);
        }
        else
        {
            flight.MarkLost(index);
        }

        for (var i = from; i < to; i++)
        {
            isGone[i] = true;
        }
    }

    /// <summary>What is sent again is in the network again, unless the peer has it.</summary>
    private static void Forget(SegmentsInFlight flight, List<bool> isGone, SeqNum una, int from, int to)
    {
        for (var i = 0; i < flight.Count; i++)
        {
            var (begin, end) = (flight.BeginOf(i) - una, flight.Segments[i].End - una);
            for (var octet = Math.Max(begin, from); octet < Math.Min(end, to) && !flight.Segments[i].IsSacked; octet++)
            {
                isGone[octet] = false;
            }
        }
    }
}
