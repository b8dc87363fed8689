using System.Security.Cryptography;
using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>A TCP stack in user space: shards that share nothing, each with a packet device, and the endpoints on top.</summary>
/// <remarks>Either <see cref="Start"/> gives every shard a thread, or <see cref="RunOnce"/> drives all of them from one, which is how virtual time works.</remarks>
public sealed partial class TcpStack : IAsyncDisposable
{
    private readonly Shard[] _shards;
    private readonly SegmentRouter[] _routers;
    private readonly IPacketDevice[] _devices;
    private readonly SipKey _flowKey;
    private readonly Counters _outside = new();

    /// <param name="queues">One shard is made for each.</param>
    public TcpStack(TcpStackOptions options, IReadOnlyList<StackQueue> queues)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(queues);
        Options = options;
        _began = options.Time.GetTimestamp();
        Span<byte> secrets = stackalloc byte[96];
        FillSecrets(secrets, options.Seed);
        _flowKey = SipKey.From(secrets);
        Isns = new IsnGenerator(SipKey.From(secrets[16..]));
        ChallengeKey = SipKey.From(secrets[32..]);
        FastOpenCookies = new FastOpenCookies(options.FastOpen.ToKeys(SipKey.From(secrets[48..])));
        FilterKey = SipKey.From(secrets[64..]);
        CookieKey = options.SynCookies.Key.IsEmpty ? SipKey.From(secrets[80..]) : SipKey.From(HKDF.DeriveKey(HashAlgorithmName.SHA256, options.SynCookies.Key.ToArray(), 16));
        _devices = [.. queues.Select(queue => queue.Device)];
        _shards = [.. queues.Select((queue, i) => new Shard(i, options.Time, queue.Parking) { SpinRounds = options.SpinRounds })];
        _routers = [.. _devices.Select(device => new SegmentRouter(this, device))];
        for (var i = 0; i < _shards.Length; i++)
        {
            var counters = _routers[i].Counters;
            _shards[i].Failed += (actor, failure, directive) =>
            {
                counters.Add(Counter.ActorFailures);
                ActorFailed?.Invoke($"{actor}: {failure.Message} ({directive})", failure);
            };
            _shards[i].Spawn(_routers[i]);
        }
    }

    /// <summary>An actor or a service threw: it has been stopped or restarted by its supervisor. Raised on its thread, mostly a shard's; a handler must not throw.</summary>
    public event Action<string, Exception>? ActorFailed;

    public TcpStackOptions Options { get; }

    public int ShardCount => _shards.Length;

    /// <summary>Connections that are not in CLOSED or TIME-WAIT.</summary>
    public int Connections => _routers.Sum(router => router.Flows.Count);

    /// <summary>Connections in TIME-WAIT.</summary>
    public int TimeWaits => _routers.Sum(router => router.TimeWaits.Count);

    internal IReadOnlyList<SegmentRouter> Routers => _routers;

    internal IReadOnlyList<Shard> Shards => _shards;

    internal IsnGenerator Isns { get; }

    internal SipKey ChallengeKey { get; }

    internal FastOpenCookies FastOpenCookies { get; }

    internal SipKey CookieKey { get; }

    internal SipKey FilterKey { get; }

    /// <summary>A counter, summed over the shards.</summary>
    public long Count(Counter counter) => _routers.Sum(router => router.Counters[counter]) + _outside[counter];

    /// <summary>Packets that ended in the reader, over all shards and reasons.</summary>
    internal long CountDrops(DropReason reason) => _routers.Sum(router => router.Counters[reason]);

    /// <summary>Counts what happens on other threads than the shards'.</summary>
    internal void AddFromOutside(Counter counter) => _outside.AddShared(counter);

    /// <summary>An application on another thread threw: its connection has been reset.</summary>
    internal void Report(string what, Exception failure)
    {
        AddFromOutside(Counter.ActorFailures);
        ActorFailed?.Invoke($"{what}: {failure.Message}", failure);
    }

    internal uint Hash(in FourTuple tuple) => (uint)FourTupleHash.Of(in _flowKey, in tuple);

    /// <summary>Which shard owns a flow: decidable from the packet alone.</summary>
    internal SegmentRouter OwnerOf(uint hash) => _routers[(int)(((ulong)hash * (uint)_routers.Length) >> 32)];

    private static void FillSecrets(Span<byte> secrets, int? seed)
    {
        if (seed is { } value)
        {
            new Random(value).NextBytes(secrets);
        }
        else
        {
            RandomNumberGenerator.Fill(secrets);
        }
    }
}
