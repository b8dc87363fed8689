using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>A cable between two stacks, and the clock of both.</summary>
internal sealed class VirtualLink
{
    /// <summary>How long a packet is under way if nothing happens to it.</summary>
    public static readonly TimeSpan Delay = TimeSpan.FromMilliseconds(10);

    private readonly PriorityQueue<(VirtualEnd To, byte[] Octets), (TimeSpan Arrival, long Order)> _underWay = new();
    private readonly List<TcpStack> _stacks = [];
    private long _order;

    public VirtualLink() => (Left, Right) = (new VirtualEnd(octets => Send(Right!, octets)), new VirtualEnd(octets => Send(Left!, octets)));

    public VirtualClock Clock { get; } = new();

    public VirtualEnd Left { get; }

    public VirtualEnd Right { get; }

    /// <summary>Takes down what happens from when it is put here.</summary>
    public Recorder? Recorder { get; set; }

    /// <summary>How long the network keeps a packet; null for one that it loses.</summary>
    public Func<ReadOnlyMemory<byte>, TimeSpan?> Fate { get; set; } = _ => Delay;

    /// <summary>Gives an end of the cable to a new stack.</summary>
    /// <param name="end">One of the two, or a device that leads to it.</param>
    public TcpStack Attach(IPacketDevice end, TcpStackOptions options)
    {
        var stack = new TcpStack(options with { Time = Clock }, [new StackQueue(end, NoParking.Instance)]);
        _stacks.Add(stack);
        return stack;
    }

    /// <summary>A listener on the port of <see cref="Sockets.Server"/>.</summary>
    public TcpListener Listen(TcpStack stack, InlineProtocol protocol, int halfOpenLimit = 16, HalfOpenPolicy policy = HalfOpenPolicy.Hybrid)
    {
        var listening = stack.ListenAsync(new ListenOptions
        {
            Port = (ushort)Sockets.Server.Port,
            Protocol = protocol,
            HalfOpenLimit = halfOpenLimit,
            Policy = policy,
        });
        Settle();
        return listening.Result;
    }

    public void Send(VirtualEnd to, byte[] octets)
    {
        var delay = Fate(octets);
        Recorder?.Depart(octets, to == Right, Clock.Now, Clock.Now + delay);
        if (delay is not null)
        {
            _underWay.Enqueue((to, octets), (Clock.Now + delay.Value, _order++));
        }
    }

    /// <summary>Lets everything happen that happens until then.</summary>
    public void RunUntil(TimeSpan time)
    {
        Settle();
        while (NextEvent() is { } next && next <= time)
        {
            Clock.AdvanceTo(next);
            while (_underWay.TryPeek(out var packet, out var due) && due.Arrival <= Clock.Now)
            {
                _underWay.Dequeue();
                packet.To.Arrive(packet.Octets);
            }

            Settle();
        }

        Clock.AdvanceTo(time);
        Settle();
    }

    private void Settle()
    {
        while (_stacks.Exists(stack => stack.RunOnce()))
        {
        }

        Recorder?.Look(Clock.Now);
    }

    private TimeSpan? NextEvent()
    {
        var timer = _stacks.SelectMany(stack => stack.Shards).Min(shard => shard.NextDue);
        return _underWay.TryPeek(out _, out var due) && !(timer < due.Arrival) ? due.Arrival : timer;
    }
}
