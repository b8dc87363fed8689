using ActorTcp.Actors;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>
/// One stack, very many peers that are none, and the network between them, on a virtual clock. The flood's packets arrive one by one; those of the clients
/// take half a round trip, and some are lost.
/// </summary>
internal sealed class SimulatedNetwork : IDisposable
{
    private readonly Dictionary<FourTuple, SimulatedClient> _clients = [];
    private readonly byte[] _packet = new byte[128];
    private readonly VirtualClock _clock = new();
    private readonly SimulatedDevice _device;
    private readonly SimulatedFlood _flood;
    private readonly Trial _trial;
    private readonly Random _random;

    public SimulatedNetwork(Trial trial)
    {
        _trial = trial;
        _random = new Random(trial.Seed + 1);
        _flood = new SimulatedFlood(trial, Arrive);
        _device = new SimulatedDevice(FromServer);
        var options = new TcpStackOptions { Time = _clock, Seed = trial.Seed, KeepHistory = false };
        Stack = new TcpStack(options, [new StackQueue(_device, NoParking.Instance)]);
    }

    public TcpStack Stack { get; }

    public Agenda Agenda { get; } = new();

    public TimeSpan Now => _clock.Now;

    public SimulatedFlood Flood => _flood;

    /// <summary>Copies of SYNs that were, or are still, kept.</summary>
    public long LateSyns { get; private set; }

    /// <summary>A client whose packets find the way to the server and back.</summary>
    public SimulatedClient Join(FourTuple tuple, ClientPlan plan)
    {
        var client = new SimulatedClient(this, plan, tuple, new SeqNum((uint)_random.NextInt64(1L << 32)));
        _clients[tuple] = client;
        return client;
    }

    public void FromClient(SimulatedClient client, in Segment segment)
    {
        var length = SegmentWriter.Write(_packet, client.Tuple, PathAttributes.Default, in segment);
        var packet = _packet.AsSpan(0, length).ToArray();
        if (!IsLost())
        {
            Agenda.Add(Now + (_trial.Rtt / 2), () => Arrive(packet));
        }

        var clients = _trial.Experiment.Clients;
        if (segment.HasSyn && clients.Duplicates > 0 && _random.NextDouble() < clients.Duplicates)
        {
            LateSyns++;
            Agenda.Add(Now + clients.DuplicateDelay, () => Arrive(packet));
        }
    }

    /// <summary>Lets everything happen that happens until then.</summary>
    public void RunUntil(TimeSpan end)
    {
        Settle();
        while (NextEvent() is { } next && next <= end)
        {
            _clock.AdvanceTo(next);
            _flood.Run(Now);
            Agenda.Run(Now);
            Settle();
        }

        _clock.AdvanceTo(end);
        Settle();
    }

    public void Dispose() => _device.Dispose();

    private TimeSpan? NextEvent()
    {
        var next = Stack.Shards[0].NextDue;
        next = Earlier(next, Agenda.Next);
        return Earlier(next, _flood.Next);

        static TimeSpan? Earlier(TimeSpan? one, TimeSpan? other) => one is null || other < one ? other ?? one : one;
    }

    private void Settle()
    {
        while (Stack.RunOnce())
        {
        }
    }

    private bool IsLost() => _trial.Loss > 0 && _random.NextDouble() < _trial.Loss;

    private void Arrive(ReadOnlySpan<byte> packet) => _device.Arrive(packet);

    private void FromServer(ReadOnlySpan<byte> packet)
    {
        if (LabAddresses.IsFlood(packet))
        {
            FromServerToFlood(packet);
            return;
        }

        if (!IsLost() && PacketReader.Read(packet, out var read, ChecksumCheck.Trusted) == DropReason.None && _clients.TryGetValue(read.Tuple, out var client))
        {
            var copy = packet.ToArray();
            Agenda.Add(Now + (_trial.Rtt / 2), () => Receive(client, copy));
        }
    }

    private void FromServerToFlood(ReadOnlySpan<byte> packet)
    {
        if (_flood.Answer(packet) is { Length: > 0 } answer)
        {
            Agenda.Add(Now + _trial.Rtt, () => Arrive(answer));
        }
    }

    private static void Receive(SimulatedClient client, byte[] octets)
    {
        PacketReader.Read(octets, out var packet, ChecksumCheck.Trusted);
        client.Receive(in packet);
    }
}
