using System.Text;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 7413 §4.1.3 and §4.2, from stack to stack: a round trip is 20 ms.</summary>
public sealed class FastOpenBetweenStacks
{
    private readonly VirtualNetwork _network = new();
    private readonly VirtualHost _server;
    private readonly VirtualHost _client;

    public FastOpenBetweenStacks() => (_server, _client) = (_network.Join(Hosts.ServerPrefixes), _network.Join(Hosts.ClientPrefixes));

    [Theory, Rule("RFC 7413", "§4.2.2"), InlineData("10.1.0.1:80", "10.2.0.1:0"), InlineData("[fd01::1]:80", "[fd02::1]:0")]
    public void The_first_answer_takes_two_round_trips_and_the_second_one(string remote, string local)
    {
        Offer(limit: 8);
        Assert.Equal(40, MillisecondsUntilEcho(remote, local));
        Assert.Equal(20, MillisecondsUntilEcho(remote, local));
        Assert.Equal(20, MillisecondsUntilEcho(remote, local));
        Assert.Equal((2, 0), (_client.Stack.Count(Counter.FastOpenActive), _client.Stack.Count(Counter.FastOpenActiveFailures)));
        Assert.Equal((1, 2), (_server.Stack.Count(Counter.FastOpenCookieRequests), _server.Stack.Count(Counter.FastOpenPassive)));
    }

    [Fact, Rule("RFC 7413", "§4.1.3.1")]
    public async Task A_server_that_does_not_offer_it_is_not_asked_again_for_ten_minutes()
    {
        var listener = Offer(limit: 0);
        Assert.Equal(40, MillisecondsUntilEcho());
        await listener.CloseAsync();
        Offer(limit: 8);
        Assert.Equal(40, MillisecondsUntilEcho());
        Assert.Equal(0, _server.Stack.Count(Counter.FastOpenCookieRequests));
        _network.Run(TimeSpan.FromMinutes(10));
        Assert.Equal(40, MillisecondsUntilEcho());
        Assert.Equal(1, _server.Stack.Count(Counter.FastOpenCookieRequests));
    }

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void Beyond_the_servers_limit_everything_takes_the_usual_time()
    {
        Offer(limit: 1);
        Assert.Equal(40, MillisecondsUntilEcho());
        var (one, two) = (new Ear(), new Ear());
        Call(one);
        Call(two);
        _network.Run(() => one.IsDone && two.IsDone);
        Assert.Equal((1, 1), (_server.Stack.Count(Counter.FastOpenPassive), _server.Stack.Count(Counter.FastOpenOverflows)));
    }

    private TcpListener Offer(int limit) => _server.Listen(new ListenOptions { Port = 80, Protocol = new Echo(), FastOpenLimit = limit });

    private void Call(Ear ear, string remote = "10.1.0.1:80", string local = "10.2.0.1:0") => _client.Stack.Connect(Hosts.At(remote), Hosts.At(local), ear, fastOpen: "hello"u8.ToArray());

    private int MillisecondsUntilEcho(string remote = "10.1.0.1:80", string local = "10.2.0.1:0")
    {
        var (ear, began) = (new Ear(), _network.Now);
        Call(ear, remote, local);
        _network.Run(() => ear.IsDone);
        return (int)(_network.Now - began).TotalMilliseconds;
    }

    private sealed class Ear : InlineProtocol
    {
        private string _heard = "";

        public bool IsDone => _heard == "hello";

        public override int Received(InlineConnection connection, ReadOnlySpan<byte> text)
        {
            _heard += Encoding.ASCII.GetString(text);
            return text.Length;
        }
    }
}
