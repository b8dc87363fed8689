using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Tests.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Tests.Defence;

/// <summary>RFC 4987 §3.7: who connects while a listener goes over to cookies, or comes back, is connected; so is everybody in between.</summary>
[Rule("RFC 4987", "§3.7")]
public sealed class ASwitchLosesNobody
{
    private const int Clients = 600;

    [Theory, InlineData(1), InlineData(2), InlineData(3)]
    public void To_cookies_and_back(int seed)
    {
        var network = new VirtualNetwork(seed, new LinkQuality { Delay = 30.Milliseconds(), Jitter = 5.Milliseconds() });
        var (server, client) = (network.Join(Hosts.ServerPrefixes), network.Join(Hosts.ClientPrefixes));
        var flooder = network.Join("10.77.0.0/16");
        var (answers, asks) = (new Talker(100, 10) { ClosesFirst = false }, new Talker(10, 100));
        var listener = server.Listen(new ListenOptions
        {
            Port = 80,
            Protocol = answers,
            HalfOpenLimit = 200,
            Connection = ConnectionSettings.Default with { HalfOpenTimeout = 3.Seconds() },
            Flood = new FloodThresholds { HoldDown = 2.Seconds() },
        });
        var random = new Random(seed);
        for (var i = 0; i < Clients; i++)
        {
            client.Connect("10.1.0.1:80", $"10.2.{i % 250}.1:0", asks);
            for (var syns = i is > 100 and < 150 or > 350 and < 380 ? 40 : 0; syns > 0; syns--)
            {
                Flood(network, flooder, random);
            }

            network.Run(20.Milliseconds());
        }

        network.Run(() => asks.Ends == Clients);
        Assert.Empty(asks.Faults.Concat(answers.Faults));
        Assert.Equal(Clients, asks.EndsBy(ConnectionEnd.Closed));
        Assert.Equal(2, server.Stack.Count(Counter.FloodsBegun));
        Assert.InRange(server.Stack.Count(Counter.SynCookiesReceived), 10, Clients);
        Assert.InRange(server.Stack.Count(Counter.Established) - server.Stack.Count(Counter.SynCookiesReceived), 10, Clients);
        Assert.True(network.RunUntilIdle(5.Minutes()));
        Assert.Equal((0, Pressure.Calm, 2L), (listener.HalfOpen, listener.Pressure, server.Stack.Count(Counter.FloodsEnded)));
        Assert.Empty(server.Failures);
    }

    /// <summary>A client has two SYN-ACKs on the way, of a cookie and of a connection, and answers the cookie.</summary>
    [Fact]
    public void Who_got_a_cookie_before_a_connection_was_made_for_him_may_answer_it()
    {
        var stack = new LoneStack();
        var listener = stack.Listen(new ListenOptions { Port = 80, Protocol = new Hello("welcome"), Policy = HalfOpenPolicy.Cookies });
        var peer = stack.Peer("10.9.0.1:1000");
        foreach (var policy in new[] { HalfOpenPolicy.Hybrid, HalfOpenPolicy.SynCache })
        {
            peer.Isn += 100_000;
            Assert.True(listener.SwitchAsync(HalfOpenPolicy.Cookies).IsCompletedSuccessfully);
            peer.Sends(Segments.Syn());
            var cookie = peer.Next();
            Assert.True(listener.SwitchAsync(policy).IsCompletedSuccessfully);
            stack.Advance(1.Seconds());
            peer.Sends(Segments.Syn());
            var synAck = peer.Next();
            Assert.NotEqual(cookie.Seq, synAck.Seq);

            peer.Sends(Segments.Ack(seq: 1, ack: unchecked((uint)(cookie.Seq - synAck.Seq + 1))));
            Assert.Equal("welcome", peer.Next().AsText());
            Assert.Equal(0, listener.HalfOpen);
            peer.Sends(Segments.Rst(seq: 1));
            Assert.Equal(0, stack.Stack.Connections);
        }

        Assert.Empty(stack.Failures);
    }

    private static void Flood(VirtualNetwork network, VirtualHost flooder, Random random)
    {
        Span<byte> packet = stackalloc byte[40];
        var tuple = new FourTuple(IpAddr.FromV4(0x0A420000 + (uint)random.Next(65536)), (ushort)random.Next(1024, 65536), IpAddr.Parse("10.1.0.1"), 80);
        var syn = new Segment { Seq = new SeqNum((uint)random.Next()), Control = ControlBits.Syn, Wnd = 1024 };
        network.Send(flooder, packet[..SegmentWriter.Write(packet, in tuple, PathAttributes.Default, in syn)]);
    }
}
