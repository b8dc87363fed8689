using System.Buffers;
using ActorTcp.Actors;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <content>What comes from the device.</content>
internal sealed partial class SegmentRouter
{
    private readonly Arrivals _arrivals;
    private uint _fetched;

    /// <summary>How many listeners have one.</summary>
    public int SynCaches { get; set; }

    /// <summary>Reads what has arrived, up to a batch, and handles it. All of it has the time at which the batch had been read.</summary>
    public bool Poll()
    {
        _arrivals.Read();
        if (_arrivals.Count == 0)
        {
            return false;
        }

        Shard.ReadClock();
        LookAhead();
        for (var i = 0; i < _arrivals.Count; i++)
        {
            var octets = _arrivals.Packet(i);
            ref readonly var arrival = ref _arrivals.All[i];
            Counters.Add(Counter.PacketsIn);
            Counters.Add(Counter.OctetsIn, octets.Length);
            Counters.Add(Counter.SuperSegmentsIn, arrival.Offload.SegmentSize > 0 ? 1 : 0);
            Arrives(octets, arrival.Offload, arrival.FlowHash, arrival.Candidate, mayHandOver: _stack.ShardCount > 1);
        }

        return true;
    }

    protected override void Receive(in HandedOver message)
    {
        Arrives(message.Octets.AsSpan(0, message.Length), message.Offload, flowHash: null, candidate: null, mayHandOver: false);
        ArrayPool<byte>.Shared.Return(message.Octets);
    }

    /// <summary>
    /// Reads a little of all that the packets of this batch will need. With many connections nearly each of these reads has to wait for memory, and here they wait at the same
    /// time: each step is a loop of its own, so short that the processor begins many rounds of it before the first has its answer. Nothing is decided, for nothing has been checked.
    /// </summary>
    private void LookAhead()
    {
        var arrivals = _arrivals.All;
        if (arrivals.Length == 1)
        {
            return;
        }

        for (var i = 0; i < arrivals.Length; i++)
        {
            var octets = _arrivals.Packet(i);
            if (UncheckedSegment.TryRead(octets, v4: octets[0] >> 4 == 4, out var tuple, out _))
            {
                arrivals[i].FlowHash = Hash(tuple.Reversed);
                (arrivals[i].Local, arrivals[i].LocalPort) = (tuple.Remote, tuple.RemotePort);
            }
        }

        var fetched = 0u;
        foreach (ref readonly var arrival in arrivals)
        {
            fetched += Flows.HomeOf(arrival.FlowHash.GetValueOrDefault()).Key;
        }

        foreach (ref var arrival in arrivals)
        {
            arrival.Candidate = arrival.FlowHash is { } hash ? Flows.Candidate(hash) : null;
        }

        foreach (ref readonly var arrival in arrivals)
        {
            fetched += arrival.Candidate?.Fetch() ?? TimeWaits.HomeOf(arrival.FlowHash.GetValueOrDefault()).Key;
        }

        foreach (ref readonly var arrival in arrivals)
        {
            fetched += arrival.Candidate?.FetchParts() ?? 0;
        }

        foreach (ref readonly var arrival in arrivals)
        {
            fetched += arrival.Candidate?.FetchRest() ?? FetchRecord(in arrival);
        }

        _fetched = fetched;   // so that the compiler leaves the reads in
    }

    /// <summary>In a flood, most packets may belong to a record of a SYN cache, or become one.</summary>
    private uint FetchRecord(ref readonly Arrival arrival) =>
        SynCaches > 0 && arrival.FlowHash is { } hash && Listeners.Find(arrival.Local, arrival.LocalPort) is { Cache: { } cache } ? cache.Fetch(hash) : 0;

    /// <param name="flowHash">Where it has been computed already.</param>
    /// <param name="candidate">The connection that it seems to belong to, where somebody has looked.</param>
    private void Arrives(ReadOnlySpan<byte> octets, PacketOffload offload, uint? flowHash, ConnectionActor? candidate, bool mayHandOver)
    {
        Taps?.Arrives(octets, offload, mayHandOver);
        var reason = PacketReader.Read(octets, out var packet, offload.ToCheck());
        if (reason != DropReason.None)
        {
            Counters.Dropped(reason);
            return;
        }

        if (Martians.Is(packet.Ip.Source, packet.Ip.Destination))
        {
            Counters.Add(Counter.MartianDrops);
            return;
        }

        if (packet.Kind == PacketKind.Icmp)
        {
            IcmpArrives(in packet, octets, offload, mayHandOver);
            return;
        }

        if (packet.Ip.Source == packet.Ip.Destination && packet.SourcePort == packet.DestinationPort)
        {
            Counters.Add(Counter.LandDrops);
            return;
        }

        packet.FlowHash = flowHash ?? Hash(packet.Tuple);
        if (mayHandOver && HandOver(packet.FlowHash, octets, offload))
        {
            return;
        }

        Counters.Add(Counter.SegmentsIn, offload.SegmentSize > 0 ? (packet.Tcp.Text.Length + offload.SegmentSize - 1) / offload.SegmentSize : 1);
        CountMark(packet.Ip.Ecn);
        Route(in packet, candidate);
    }

    private void CountMark(EcnCodepoint mark)
    {
        switch (mark)
        {
            case EcnCodepoint.NotEct:
                break;
            case EcnCodepoint.Ect0:
                Counters.Add(Counter.Ect0In);
                break;
            case EcnCodepoint.Ect1:
                Counters.Add(Counter.Ect1In);
                break;
            case EcnCodepoint.Ce:
                Counters.Add(Counter.CongestionMarksIn);
                break;
        }
    }

    /// <summary>The kernel picks a queue by its own hash until it has learned where the flow's answers come from: such a packet goes to its owner.</summary>
    private bool HandOver(uint hash, ReadOnlySpan<byte> octets, PacketOffload offload)
    {
        var owner = _stack.OwnerOf(hash);
        if (owner == this)
        {
            return false;
        }

        Counters.Add(Counter.HandedOver);
        var copy = ArrayPool<byte>.Shared.Rent(octets.Length);
        octets.CopyTo(copy);
        ActorRef<HandedOver>.To(owner).Tell(new HandedOver(copy, octets.Length, offload));
        return true;
    }
}
