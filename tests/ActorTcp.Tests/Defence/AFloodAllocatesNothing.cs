using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Defence;

/// <summary>What a stranger's SYN costs in memory where nothing, or a record in a table of fixed size, is kept of it.</summary>
public sealed class AFloodAllocatesNothing
{
    [Theory, InlineData(HalfOpenPolicy.Cookies), InlineData(HalfOpenPolicy.SynCache), InlineData(HalfOpenPolicy.Hybrid)]
    public void For_a_syn(HalfOpenPolicy policy)
    {
        var flood = new Flood();
        var stack = Listening(flood, new ListenOptions { Port = 80, Protocol = new Discard(), Policy = policy, HalfOpenLimit = 256, Budgets = new SynBudgets() });
        Send(stack, flood, 2000);

        var allocated = new long[5];
        for (var i = 0; i < allocated.Length; i++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            Send(stack, flood, 2000);
            allocated[i] = GC.GetAllocatedBytesForCurrentThread() - before;
        }

        Assert.Equal(0, allocated.Min());
        Assert.Equal(12_000, flood.Answered);
    }

    /// <summary>Memory budgets are only as good as what they take a half-open peer to cost.</summary>
    [Theory, InlineData(HalfOpenPolicy.Textbook), InlineData(HalfOpenPolicy.Recycle)]
    public void More_than_the_budget_reckons_with(HalfOpenPolicy policy)
    {
        const int Syns = 4000;
        var flood = new Flood();
        var stack = Listening(flood, new ListenOptions { Port = 80, Protocol = new Discard(), Policy = policy });
        Send(stack, flood, 200);
        var before = GC.GetAllocatedBytesForCurrentThread();
        Send(stack, flood, Syns);
        var each = (GC.GetAllocatedBytesForCurrentThread() - before) / Syns;
        Assert.InRange(each, HalfOpenRule.Of(policy).OctetsEach * 7 / 10, HalfOpenRule.Of(policy).OctetsEach * 13 / 10);
    }

    private static TcpStack Listening(Flood flood, ListenOptions options)
    {
        var stack = new TcpStack(new TcpStackOptions { Seed = 1, Time = new ManualTimeProvider() }, [new StackQueue(flood, NoParking.Instance)]);
        stack.ListenAsync(options).Wait();
        return stack;
    }

    private static void Send(TcpStack stack, Flood flood, int syns)
    {
        flood.Left = syns;
        while (stack.RunOnce())
        {
        }
    }

    /// <summary>A device out of which SYNs come, each from another address.</summary>
    private sealed class Flood : IPacketDevice
    {
        private static readonly IpAddr Target = IpAddr.Parse("10.1.0.1");
        private uint _next = 0x0A090000;

        public int Left { get; set; }

        public long Answered { get; private set; }

        public int Mtu => 1500;

        public int Read(Span<byte> buffer)
        {
            if (Left == 0)
            {
                return 0;
            }

            Left--;
            var tuple = new FourTuple(IpAddr.FromV4(_next += 257), 1000, Target, 80);
            var syn = new Segment { Seq = new SeqNum(_next), Control = ControlBits.Syn, Wnd = 1024, Options = new TcpOptions { Present = OptionKinds.Mss | OptionKinds.Timestamps, Mss = 1460 } };
            return SegmentWriter.Write(buffer, in tuple, PathAttributes.Default, in syn);
        }

        public WriteOutcome Write(ReadOnlySpan<byte> packet)
        {
            Answered++;
            return WriteOutcome.Written;
        }

        public void Dispose()
        {
        }
    }
}
