using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Fuzzing;

/// <summary>Many connections at once between two stacks. A third closes first at the client, a third at the server, a third at both.</summary>
internal sealed class HandshakeRound
{
    /// <summary>Connections between two looks at what is left.</summary>
    public const int Length = 10_000;

    private static readonly TimeSpan Patience = TimeSpan.FromDays(1);

    /// <summary>Nobody gives up: whatever the losses, each connection is to end in order.</summary>
    private static readonly ConnectionSettings Patient = ConnectionSettings.Default with { SynTimeout = Patience, HalfOpenTimeout = Patience, UserTimeout = Patience };

    private readonly int _connections;
    private readonly VirtualHost _server;
    private readonly VirtualHost _client;
    private readonly (Talker Asks, Talker Answers)[] _conversations =
    [
        (new Talker(100, 2000), new Talker(2000, 100) { ClosesFirst = false }),
        (new Talker(0, 1) { ClosesFirst = false }, new Talker(1, 0)),
        (new Talker(0, 0), new Talker(0, 0)),
    ];

    public HandshakeRound(int seed, int connections)
    {
        _connections = connections;
        Network = new VirtualNetwork(seed, new LinkQuality { Loss = 0.1, Duplication = 0.1, Reordering = 0.1, Jitter = TimeSpan.FromMilliseconds(5) });
        var options = new TcpStackOptions { Connection = Patient, KeepHistory = false };
        (_server, _client) = (Network.Join("10.1.0.0/16", options), Network.Join("10.2.0.0/16", options));
    }

    public VirtualNetwork Network { get; }

    /// <returns>What the two ends do not agree on, and what is left that should not be.</returns>
    public List<string> Run()
    {
        var listeners = _conversations.Select((talk, i) => _server.Stack.ListenAsync(new ListenOptions { Port = (ushort)(80 + i), Protocol = talk.Answers, Connection = Patient }).Result).ToList();
        for (var i = 0; i < _connections; i++)
        {
            var local = new IPEndPoint(new IPAddress([10, 2, (byte)(i / 250), (byte)(1 + i % 250)]), 5000);
            _client.Stack.Connect(new IPEndPoint(new IPAddress([10, 1, 0, 1]), 80 + i % 3), local, _conversations[i % 3].Asks);
        }

        var isIdle = Network.RunUntilIdle(2 * Patience);
        var found = _conversations.SelectMany(static talk => talk.Asks.Faults.Concat(talk.Answers.Faults)).Concat(_server.Failures).Concat(_client.Failures).ToList();
        Expect("the network is silent at last", true, isIdle);
        for (var i = 0; i < _conversations.Length; i++)
        {
            var (asks, answers) = _conversations[i];
            var expected = (_connections + 2 - i) / 3;
            Expect($"connections to port {80 + i} that both ends closed", (expected, expected), (asks.EndsBy(ConnectionEnd.Closed), answers.EndsBy(ConnectionEnd.Closed)));
            Expect($"connections to port {80 + i} that were open at both ends", (expected, expected), (asks.Opens, answers.Opens));
        }

        Expect("half-open connections left", 0, listeners.Sum(static listener => listener.HalfOpen));
        foreach (var stack in new[] { _server.Stack, _client.Stack })
        {
            Expect("connections and records in TIME-WAIT left", (0, 0), (stack.Connections, stack.TimeWaits));
            Expect("octets lent by the buffer pool", 0, stack.Routers[0].Buffers.Lent);
        }

        return found;

        void Expect<T>(string what, T expected, T actual)
        {
            if (!EqualityComparer<T>.Default.Equals(expected, actual))
            {
                found.Add($"{what}: {actual} instead of {expected}");
            }
        }
    }
}
