using System.Net;
using ActorTcp.Actors;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Testing;

/// <summary>A stack with a link to a <see cref="VirtualNetwork"/>. A packet for it comes out of any of its queues, whichever shard owns the flow.</summary>
internal sealed class VirtualHost
{
    private readonly Prefix[] _prefixes;
    private readonly VirtualDevice[] _queues;
    private readonly TimeSpan _began;
    private readonly Random _random;
    private TimeSpan _lastArrival;

    public VirtualHost(VirtualNetwork network, IEnumerable<IPNetwork> prefixes, TcpStackOptions options, int shards, LinkQuality link, int seed)
    {
        Link = link;
        _random = new Random(seed);
        _began = network.Now;
        _prefixes = [.. prefixes.Select(Prefix.From)];
        _queues = [.. Enumerable.Range(0, shards).Select(_ => new VirtualDevice(network, this))];
        Stack = new TcpStack(options, [.. _queues.Select(queue => new StackQueue(queue, NoParking.Instance))]);
        Stack.ActorFailed += (what, failure) => Failures.Add($"{what}\n{failure}");
    }

    public TcpStack Stack { get; }

    /// <summary>May be exchanged while packets are on their way.</summary>
    public LinkQuality Link { get; set; }

    /// <summary>What actors have thrown; a test that expects none looks.</summary>
    public List<string> Failures { get; } = [];

    /// <summary>The virtual time at which a timer of the stack may go off.</summary>
    public TimeSpan? NextDue
    {
        get
        {
            TimeSpan? next = null;
            for (var i = 0; i < Stack.Shards.Count; i++)
            {
                var due = Stack.Shards[i].NextDue;
                next = next <= due || due is null ? next : due;
            }

            return next + _began;
        }
    }

    public bool Has(IpAddr address)
    {
        foreach (var prefix in _prefixes)
        {
            if (prefix.Contains(address))
            {
                return true;
            }
        }

        return false;
    }

    public bool Chance(double share) => share > 0 && _random.NextDouble() < share;

    /// <summary>When a packet that this host sends now arrives.</summary>
    public TimeSpan Arrival(TimeSpan now)
    {
        var arrival = now + Link.Delay + (Link.Jitter * _random.NextDouble());
        if (Chance(Link.Reordering))
        {
            return arrival + (Link.Delay * 2 * _random.NextDouble());
        }

        _lastArrival = arrival < _lastArrival ? _lastArrival : arrival;
        return _lastArrival;
    }

    public void Arrive(in VirtualPacket packet) => _queues[_queues.Length == 1 ? 0 : _random.Next(_queues.Length)].Arrive(in packet);
}
