using System.Runtime.CompilerServices;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Stack;

/// <summary>There may be a million connections, and each octet of one is read from cold memory: who adds a field finds out here.</summary>
public sealed class SizesOfAConnection
{
    private const int Objects = 100;

    [Fact]
    public void Its_control_block_takes_no_more_than_280_octets() => Assert.InRange(SizeOf(NewTcb), 1, 280);

    [Fact]
    public void Its_actor_takes_no_more_than_208_octets()
    {
        var router = new LoneStack(new TcpStackOptions { KeepHistory = false }).Router;
        var (tcb, protocol) = (NewTcb(), new Echo());
        Assert.InRange(SizeOf(() => new ConnectionActor(router, tuple: default, hash: 0, tcb, protocol)), 1, 208);
    }

    [Fact]
    public void An_event_of_its_history_takes_no_more_than_24_octets() => Assert.InRange(Unsafe.SizeOf<HistoryEntry>(), 1, 24);

    private static Tcb NewTcb() => new(ConnectionSettings.Default, new SeqNum(0), mtu: 1500, isV4: true);

    private static double SizeOf(Func<object> make)
    {
        var made = new object[Objects];
        made[0] = make();
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Objects; i++)
        {
            made[i] = make();
        }

        return (GC.GetAllocatedBytesForCurrentThread() - before) / (double)Objects;
    }
}
