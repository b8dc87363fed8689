using System.Buffers;
using System.Net;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Testing;

/// <summary>Any number of stacks, the links between them, and a clock that jumps from one event to the next. From one seed everything happens the same.</summary>
internal sealed class VirtualNetwork(int seed = 1, LinkQuality? quality = null)
{
    private readonly List<VirtualHost> _hosts = [];
    private readonly PriorityQueue<VirtualPacket, (TimeSpan Arrival, long Order)> _onTheWay = new();
    private readonly byte[] _icmp = new byte[IcmpWriter.MaxErrorLengthV6];
    private long _order;
    private int _joined;

    /// <summary>Every packet that is sent.</summary>
    public event PacketTap? Sent;

    public ManualTimeProvider Time { get; } = new();

    public TimeSpan Now => Time.Elapsed;

    public long PacketsSent { get; private set; }

    /// <summary>Those that a link has lost, and those for an address that nobody has.</summary>
    public long PacketsLost { get; private set; }

    public IReadOnlyList<VirtualHost> Hosts => _hosts;

    /// <param name="prefixes">The addresses of the new host, such as "10.1.0.0/16 fd01::/64".</param>
    /// <param name="options">Clock and seed are the network's.</param>
    public VirtualHost Join(string prefixes, TcpStackOptions? options = null, int shards = 1, LinkQuality? link = null)
    {
        var own = seed * 1000 + _joined++;   // whoever takes the place of a lost host has secrets of its own
        options = (options ?? new TcpStackOptions()) with { Time = Time, Seed = own };
        var host = new VirtualHost(this, prefixes.Split(' ').Select(IPNetwork.Parse), options, shards, link ?? quality ?? LinkQuality.Perfect, own);
        _hosts.Add(host);
        return host;
    }

    /// <summary>As if somebody had pulled the plug: nobody hears of it.</summary>
    public void Lose(VirtualHost host) => _hosts.Remove(host);

    /// <summary>Puts a packet on a host's link, as its stack does.</summary>
    public void Send(VirtualHost from, ReadOnlySpan<byte> packet)
    {
        Sent?.Invoke(Now, packet);
        PacketsSent++;
        var isV4 = packet[0] >> 4 == 4;
        if (packet.Length > from.Link.PathMtu)
        {
            PacketsLost++;
            if (from.Link.IsMute)
            {
                return;
            }

            var router = isV4 ? IpAddr.ReadV4(packet[16..]) : IpAddr.ReadV6(packet[24..]);
            var length = IcmpWriter.PacketTooBig(_icmp, (uint)from.Link.PathMtu.Value, packet, in router);
            Depart(from, from, _icmp.AsSpan(0, length));
            return;
        }

        var to = HostOf(isV4 ? IpAddr.ReadV4(packet[16..]) : IpAddr.ReadV6(packet[24..]));
        if (to is null || from.Chance(from.Link.Loss))
        {
            PacketsLost++;
            return;
        }

        Depart(from, to, packet);
        if (from.Chance(from.Link.Duplication))
        {
            Depart(from, to, packet);
        }
    }

    /// <summary>Goes on until the condition holds.</summary>
    /// <exception cref="TimeoutException">It does not within the limit of virtual time (an hour), or nothing more will happen.</exception>
    public void Run(Func<bool> until, TimeSpan? limit = null)
    {
        var end = Now + (limit ?? TimeSpan.FromHours(1));
        Settle();
        while (!until())
        {
            if (!Step(end))
            {
                throw new TimeoutException($"It did not come about by {Now}; the next event would be at {NextEvent()?.ToString() ?? "no time"}.");
            }
        }
    }

    /// <summary>Goes on for a while of virtual time.</summary>
    public void Run(TimeSpan time)
    {
        var end = Now + time;
        Settle();
        while (Step(end))
        {
        }

        Time.Advance(end - Now);
        Settle();
    }

    /// <summary>Goes on until nothing more will happen of its own accord: no packet is on its way, no timer runs.</summary>
    /// <returns>Whether that came about within the limit of virtual time.</returns>
    public bool RunUntilIdle(TimeSpan limit)
    {
        var end = Now + limit;
        Settle();
        while (Step(end))
        {
        }

        return NextEvent() is null;
    }

    /// <summary>Jumps to the next event and lets everybody react.</summary>
    private bool Step(TimeSpan end)
    {
        if (NextEvent() is not { } next || next > end)
        {
            return false;
        }

        Time.Advance(next > Now ? next - Now : TimeSpan.Zero);
        while (_onTheWay.TryPeek(out var packet, out var due) && due.Arrival <= Now)
        {
            _onTheWay.Dequeue();
            packet.To.Arrive(in packet);
        }

        Settle();
        return true;
    }

    /// <summary>Everybody does what there is to do at this moment.</summary>
    private void Settle()
    {
        for (var any = true; any;)
        {
            any = false;
            foreach (var host in _hosts)
            {
                while (host.Stack.RunOnce())
                {
                    any = true;
                }
            }
        }
    }

    private TimeSpan? NextEvent()
    {
        var next = Time.NextDue;
        if (_onTheWay.TryPeek(out _, out var due) && !(next <= due.Arrival))
        {
            next = due.Arrival;
        }

        foreach (var host in _hosts)
        {
            if (host.NextDue is { } timer && !(next <= timer))
            {
                next = timer;
            }
        }

        return next;
    }

    private VirtualHost? HostOf(IpAddr address)
    {
        foreach (var host in _hosts)
        {
            if (host.Has(address))
            {
                return host;
            }
        }

        return null;
    }

    private void Depart(VirtualHost from, VirtualHost to, ReadOnlySpan<byte> packet)
    {
        var octets = ArrayPool<byte>.Shared.Rent(packet.Length);
        packet.CopyTo(octets);
        _onTheWay.Enqueue(new VirtualPacket(to, octets, packet.Length), (from.Arrival(Now), _order++));
    }
}
