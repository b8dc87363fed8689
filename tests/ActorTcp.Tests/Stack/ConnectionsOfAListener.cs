using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 9293 §3.10.1 and §3.10.7.2: passive OPEN, with the limits that keep strangers out.</summary>
public sealed class ConnectionsOfAListener
{
    private readonly LoneStack _stack = new();

    [Theory, InlineData("ack"), InlineData("rst"), InlineData("syn in window"), InlineData("timeout"), InlineData("icmp"), InlineData("closed"), InlineData("disposed")]
    [SubtleCase(11)]
    [Rule("RFC 4987", "§3.2")]
    public async Task Every_way_out_of_syn_received_gives_its_place_back(string way)
    {
        var listener = _stack.Listen(new ListenOptions { Port = 80, Protocol = new Discard(), HalfOpenLimit = 1, Policy = HalfOpenPolicy.Textbook });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Sends(Syn());
        var synAck = peer.Next();
        Assert.Equal(1, listener.HalfOpen);
        var another = _stack.Peer("10.9.0.2:1000");
        another.Sends(Syn());
        Assert.Empty(another.Receives());
        Assert.Equal(1, _stack.Count(Counter.HalfOpenLimitDrops));

        switch (way)
        {
            case "ack": peer.Sends(Ack(seq: 1, ack: 1)); break;
            case "rst": peer.Sends(Rst(seq: 1)); break;
            case "syn in window": peer.Sends(Syn(seq: 1)); break;
            case "timeout": _stack.Advance(ConnectionSettings.Default.HalfOpenTimeout + TimeSpan.FromSeconds(1)); break;
            case "icmp": _stack.Arrive(Unreachable(peer.Tuple, synAck)); break;
            case "closed": await listener.CloseAsync(); break;
            case "disposed": await _stack.Stack.DisposeAsync(); break;
        }

        Assert.Equal(0, listener.HalfOpen);
        Assert.Equal(way == "ack" ? 1 : 0, _stack.Stack.Connections);
        Assert.Equal(way == "ack" ? 0 : 1, _stack.Count(Counter.AttemptsFailed));
        Assert.Equal(way == "timeout" ? 1 : 0, _stack.Count(Counter.HalfOpenTimeouts));
        Assert.Empty(_stack.Failures);
        if (way is not ("closed" or "disposed"))
        {
            another.Sends(Syn());
            Assert.Equal("S. 0:0(0) ack 1 win 65535 <mss 1460>", another.Text(another.Next()));
        }
    }

    /// <summary>RFC 9293 §3.5, Figure 8: recovery from an old duplicate SYN.</summary>
    [Fact]
    [SubtleCase(8)]
    public void An_old_duplicate_syn_makes_way_for_the_true_one()
    {
        var listener = _stack.Listen(new ListenOptions { Port = 80, Protocol = new Discard() });
        var old = _stack.Peer("10.9.0.1:1000");
        old.Isn -= 77_777;
        old.Sends(Syn());
        old.Next();
        old.Sends(Rst(seq: 1));
        Assert.Equal(0, listener.HalfOpen);
        _stack.Peer("10.9.0.1:1000").Connects();
        Assert.Equal((1L, 1L), (_stack.Count(Counter.Established), _stack.Count(Counter.AttemptsFailed)));
    }

    [Fact]
    public async Task Syns_are_dropped_while_the_accept_queue_is_full()
    {
        var listener = _stack.Listen(new ListenOptions { Port = 80, Backlog = 1 });
        _stack.Peer("10.9.0.1:1000").Connects();
        Assert.Equal(1, listener.AcceptQueue);
        var another = _stack.Peer("10.9.0.2:1000");
        another.Sends(Syn());
        Assert.Empty(another.Receives());
        Assert.Equal(1, _stack.Count(Counter.AcceptQueueDrops));

        Assert.NotNull(await listener.AcceptAsync(TestContext.Current.CancellationToken));
        Assert.Equal(0, listener.AcceptQueue);
        another.Connects();
        Assert.Equal(1, listener.AcceptQueue);
    }

    [Fact]
    public void One_listener_serves_every_address_and_port_that_no_other_has()
    {
        _stack.Listen(new ListenOptions { Port = 0, Protocol = new Discard() });
        _stack.Peer("10.9.0.1:1000", "10.1.2.3:4567").Connects();
        _stack.Peer("10.9.0.1:1000", "192.0.2.1:1").Connects();
        _stack.Peer("[fd09::1]:1000", "[2001:db8::77]:65535").Connects();
        Assert.Equal(3, _stack.Stack.Connections);
    }

    [Fact]
    public async Task A_closed_listener_answers_as_nobody_and_leaves_its_connections_alone()
    {
        var listener = _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Connects();
        await listener.CloseAsync();
        var late = _stack.Peer("10.9.0.2:1000");
        late.Sends(Syn());
        Assert.Equal(ControlBits.Rst | ControlBits.Ack, late.Next().Control);

        peer.Sends(Text("still here?", seq: 1, ack: 1));
        Assert.Equal("P. 1:12(11) ack 12 win 65535", peer.Text(peer.Next()));
    }

    [Fact]
    public async Task A_closed_listener_ends_with_the_last_of_its_connections()
    {
        var listener = _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Connects();
        await listener.CloseAsync();
        Assert.True(listener.Actors[0].IsAlive);
        peer.Sends(Rst(seq: 1));
        Assert.False(listener.Actors[0].IsAlive);
    }

    [Rule("RFC 9293", "MUST-41")]
    [Fact]
    public void A_listener_that_fails_is_restarted_and_keeps_its_connections()
    {
        var door = new ADoor();
        _stack.Listen(new ListenOptions { Port = 80, Gate = door });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Connects();
        var other = _stack.Peer("10.9.0.2:1000");
        door.IsStuck = true;
        other.Sends(Syn());
        Assert.Contains("Restart", Assert.Single(_stack.Failures), StringComparison.Ordinal);
        Assert.Equal(1, _stack.Count(Counter.ActorFailures));

        peer.Sends(Text("hello", seq: 1, ack: 1));
        _stack.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(6u, peer.Next().Ack.Value - peer.Isn.Value);
        door.IsStuck = false;
        other.Connects();
        Assert.Equal(2, _stack.Stack.Connections);
    }

    [Fact]
    public async Task A_port_has_one_listener_for_each_prefix()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Discard() });
        await Assert.ThrowsAsync<System.Net.Sockets.SocketException>(() => _stack.Stack.ListenAsync(new ListenOptions { Port = 80 }));
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Discard(), Prefixes = [System.Net.IPNetwork.Parse("10.1.0.0/16")] });
    }

    private static byte[] Unreachable(FourTuple tuple, SegmentCopy quoted)
    {
        var (original, error) = (new byte[100], new byte[200]);
        var length = SegmentWriter.Write(original, in tuple, PathAttributes.Default, quoted.AsSegment());
        return error[..IcmpWriter.Unreachable(error, IcmpError.PortUnreachable, original.AsSpan(0, length), tuple.Remote)];
    }

    /// <summary>Opens at once, or throws.</summary>
    private sealed class ADoor : IGate
    {
        public bool IsStuck { get; set; }

        public ValueTask<GateAnswer> AskAsync(System.Net.IPEndPoint local, System.Net.IPEndPoint remote, CancellationToken withdrawn) =>
            IsStuck ? throw new InvalidOperationException("stuck") : ValueTask.FromResult(GateAnswer.Open(_ => { }, _ => { }));
    }
}
