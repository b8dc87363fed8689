using System.Net;
using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;

namespace ActorTcp.Fuzzing;

/// <summary>A stack that serves and calls, and peers that send it what they like: segments at the edges of what it expects, damaged packets, ICMP, noise.</summary>
internal sealed class PacketSiege
{
    /// <summary>Packets between two looks at what is left.</summary>
    public const int Length = 100_000;

    private static readonly TimeSpan LongEnough = TimeSpan.FromDays(1);

    private readonly Random _random;
    private readonly ConnectionSettings _settings;
    private readonly HalfOpenPolicy _policy;
    private readonly int _fastOpenLimit;
    private readonly ManualTimeProvider _time = new();
    private readonly SiegeDevice _device;
    private readonly TcpStack _stack;
    private readonly TcpListener[] _listeners;
    private readonly Besieger[] _peers;
    private readonly Dictionary<FourTuple, Besieger> _byTuple;
    private readonly byte[][] _recent = new byte[64][];
    private readonly PacketMutator _mutator;
    private readonly List<string> _failures = [];
    private readonly byte[] _packet = new byte[4096];

    public PacketSiege(int seed)
    {
        _random = new Random(seed);
        _settings = ConnectionSettings.Default with { KeepAlive = TimeSpan.FromMinutes(10), Ecn = Any<EcnMode>(), CongestionAlgorithm = Any<CongestionAlgorithm>(), Rack = _random.Next(2) == 0 };
        _policy = Any<HalfOpenPolicy>();
        _fastOpenLimit = _random.Next(2) * 8;
        _device = new SiegeDevice(Answered);
        _stack = new TcpStack(new TcpStackOptions { Time = _time, Seed = seed, Connection = _settings, KeepHistory = seed % 2 == 0 }, [new StackQueue(_device, NoParking.Instance)]);
        _stack.ActorFailed += (what, failure) => _failures.Add($"{what}\n{failure}");
        _listeners = [Listen(7, new Echo()), Listen(19, new Chargen()), Listen(80, new Close())];
        _peers = [.. Enumerable.Range(0, 64).Select(i => new Besieger(_random, i))];
        _byTuple = _peers.ToDictionary(static peer => peer.Tuple);
        Array.Fill(_recent, _peers[0].Write(_packet).ToArray());
        _mutator = new PacketMutator(seed, _recent);
    }

    public PacketTally Tally { get; } = new();

    public void Run(int packets)
    {
        for (var i = 0; i < packets; i++)
        {
            Arrive(Next());
            Advance(TimeSpan.FromMilliseconds(_random.Next(500) == 0 ? _random.Next(60_000) : _random.Next(3)));
        }

        Tally.Packets += packets;
        Tally.Refused += Enum.GetValues<DropReason>().Sum(_stack.CountDrops);
        Tally.Established += _stack.Count(Counter.Established);
        Tally.Opened += _stack.Count(Counter.PassiveOpens) + _stack.Count(Counter.ActiveOpens);
    }

    /// <summary>What is there that should not be, when no packet has come for long.</summary>
    public List<string> Leftovers()
    {
        Advance(LongEnough);
        var router = _stack.Routers[0];
        var left = new List<string>(_failures);
        left.AddRange(_peers.Select(peer => router.Flows.Find(peer.Tuple, router.Hash(peer.Tuple))).OfType<ConnectionActor>().Select(static connection => $"{connection}: {connection.Tcb}"));
        Expect("half-open connections", _listeners.Sum(static listener => listener.HalfOpen));
        Expect("records in TIME-WAIT", _stack.TimeWaits);
        Expect("octets lent by the buffer pool", router.Buffers.Lent);
        Expect("exceptions", _stack.Count(Counter.ActorFailures));
        return left;

        void Expect(string what, long count)
        {
            if (count != 0)
            {
                left.Add($"{count} {what}");
            }
        }
    }

    private TcpListener Listen(ushort port, InlineProtocol protocol) =>
        _stack.ListenAsync(new ListenOptions { Port = port, Protocol = protocol, Connection = _settings, Policy = _policy, HalfOpenLimit = 32, FastOpenLimit = _fastOpenLimit }).Result;

    private T Any<T>()
        where T : struct, Enum => Enum.GetValues<T>()[_random.Next(Enum.GetValues<T>().Length)];

    private ReadOnlySpan<byte> Next()
    {
        var peer = _peers[_random.Next(_peers.Length)];
        switch (_random.Next(100))
        {
            case < 15:
                return _mutator.Next();
            case < 18 when peer.Heard.Length > 0:
                return _packet.AsSpan(0, peer.Complain(_packet, _random));
            case < 20:
                _random.NextBytes(_packet.AsSpan(0, 64));
                _packet[0] = (byte)(_random.Next(2) == 0 ? 0x45 : 0x60);
                return _packet.AsSpan(0, _random.Next(64));
            case < 22:
                _stack.Connect(EndPoint(peer.Tuple.Remote, peer.Tuple.RemotePort), EndPoint(peer.Tuple.Local, peer.Tuple.LocalPort), new Echo());
                break;
        }

        peer.Think();
        var packet = peer.Write(_packet);
        _recent[_random.Next(_recent.Length)] = packet.ToArray();
        return packet;
    }

    private static IPEndPoint EndPoint(IpAddr address, ushort port) => new(address.ToIPAddress(), port);

    private void Answered(ReadOnlySpan<byte> octets)
    {
        Tally.Answers++;
        if (PacketReader.Read(octets, out var packet) == DropReason.None && packet.Kind == PacketKind.Tcp && _byTuple.TryGetValue(packet.Tuple.Reversed, out var peer))
        {
            peer.Hear(octets, in packet.Tcp);
        }
    }

    private void Arrive(ReadOnlySpan<byte> packet)
    {
        _device.Arrive(packet);
        Settle();
    }

    /// <summary>Moves the clock; what is due on the way happens when it is due.</summary>
    private void Advance(TimeSpan by)
    {
        var end = _time.Elapsed + by;
        while (_stack.Shards[0].NextDue is { } due && due <= end)
        {
            _time.Advance(due > _time.Elapsed ? due - _time.Elapsed : TimeSpan.Zero);
            Settle();
        }

        _time.Advance(end - _time.Elapsed);
        Settle();
    }

    private void Settle()
    {
        while (_stack.RunOnce())
        {
        }
    }
}
