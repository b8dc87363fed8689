using System.Net;
using ActorTcp.Actors;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Testing;

/// <summary>A stack of one shard whose peers are the test: packets in, packets out, time by hand.</summary>
internal sealed class LoneStack
{
    public LoneStack(TcpStackOptions? options = null, bool offloads = false)
    {
        Device = new MemoryDevice { Offloads = offloads, Headroom = offloads ? 10 : 0 };
        Stack = new TcpStack((options ?? new TcpStackOptions()) with { Time = Time, Seed = 1 }, [new StackQueue(Device, NoParking.Instance)]);
        Stack.ActorFailed += (what, _) => Failures.Add(what);
    }

    public ManualTimeProvider Time { get; } = new();

    public MemoryDevice Device { get; }

    public TcpStack Stack { get; }

    public SegmentRouter Router => Stack.Routers[0];

    public List<string> Failures { get; } = [];

    public long Count(Counter counter) => Stack.Count(counter);

    public TcpListener Listen(ListenOptions options) => Stack.ListenAsync(options).Result;

    /// <summary>A peer that is no stack.</summary>
    /// <param name="at">Its end point.</param>
    /// <param name="to">The end point of this stack that it speaks to.</param>
    public Stranger Peer(string at, string to = "10.1.0.1:80")
    {
        var (remote, local) = (IPEndPoint.Parse(at), IPEndPoint.Parse(to));
        return new Stranger(this, new FourTuple(IpAddr.From(local.Address), (ushort)local.Port, IpAddr.From(remote.Address), (ushort)remote.Port));
    }

    public void Arrive(ReadOnlySpan<byte> packet)
    {
        Device.Arriving.Enqueue(packet.ToArray());
        Settle();
    }

    /// <summary>Moves the clock; what is due on the way happens when it is due.</summary>
    public void Advance(TimeSpan by)
    {
        var shard = Stack.Shards[0];
        var end = Time.Elapsed + by;
        while (shard.NextDue is { } due && due <= end)
        {
            Time.Advance(due > Time.Elapsed ? due - Time.Elapsed : TimeSpan.Zero);
            Settle();
        }

        Time.Advance(end - Time.Elapsed);
        Settle();
    }

    public void Settle()
    {
        while (Stack.RunOnce())
        {
        }
    }

    /// <summary>Takes the packets that were sent and that fit, in order.</summary>
    public List<byte[]> Take(Predicate<byte[]> fits)
    {
        var taken = Device.Written.FindAll(fits);
        Device.Written.RemoveAll(fits);
        return taken;
    }
}
