using System.Security.Cryptography;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Stack;

/// <summary>The ground on which the tests of the stack stand.</summary>
public sealed class AVirtualNetwork
{
    [Rule("RFC 9293", "MUST-42")]
    [Fact]
    public void Lets_ten_thousand_clients_connect_talk_and_close()
    {
        const int Clients = 10_000;
        var network = new VirtualNetwork();
        var (server, client) = (network.Join(Hosts.ServerPrefixes), network.Join(Hosts.ClientPrefixes));
        var (answers, asks) = (new Talker(1000, 100) { ClosesFirst = false }, new Talker(100, 1000));
        server.Listen(80, answers);
        for (var i = 0; i < Clients; i++)
        {
            client.Connect("10.1.0.1:80", $"10.2.{i % 250}.1:0", asks);
        }

        network.Run(() => asks.Ends + answers.Ends == 2 * Clients);
        Assert.Empty(asks.Faults);
        Assert.Empty(answers.Faults);
        Assert.Equal(Clients, client.Stack.TimeWaits);
        Assert.True(network.RunUntilIdle(TimeSpan.FromMinutes(5)));
        Assert.Equal(0, client.Stack.TimeWaits);
        server.AssertNothingIsLeft();
        client.AssertNothingIsLeft();
    }

    [Fact]
    public void Repeats_itself_from_the_same_seed_and_differs_from_another()
    {
        Assert.Equal(Trace(1), Trace(1));
        Assert.NotEqual(Trace(1), Trace(2));
    }

    private static ulong Trace(int seed)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        var network = new VirtualNetwork(seed, LinkQuality.Stormy);
        network.Sent += (at, packet) =>
        {
            hash.AppendData(BitConverter.GetBytes(at.Ticks));
            hash.AppendData(packet);
        };
        var (server, client) = (network.Join(Hosts.ServerPrefixes, shards: 2), network.Join(Hosts.ClientPrefixes, shards: 3));
        var talker = new Talker(20_000, 20_000);
        server.Listen(80, talker);
        for (var i = 0; i < 20; i++)
        {
            client.Connect("10.1.0.1:80", "10.2.0.1:0", talker);
        }

        network.Run(() => talker.Ends == 40);
        Assert.Empty(talker.Faults);
        return BitConverter.ToUInt64(hash.GetHashAndReset());
    }
}
