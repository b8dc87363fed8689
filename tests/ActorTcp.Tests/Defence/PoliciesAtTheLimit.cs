using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Defence;

/// <summary>RFC 4987 §3: what each policy does with one stranger more than there is room for.</summary>
public sealed class PoliciesAtTheLimit
{
    private readonly LoneStack _stack = new();

    [Rule("RFC 4987", "§2")]
    [Fact]
    public void The_textbook_has_buffers_for_everybody_and_drops_who_comes_late()
    {
        Listen(HalfOpenPolicy.Textbook, limit: 2);
        Assert.All([1, 2], i => Assert.True(IsAnswered(i)));
        Assert.Equal(2 * 2 * BufferPool.SmallestCapacity, _stack.Router.Buffers.Lent);
        Assert.False(IsAnswered(3));
        Assert.Equal((1L, 1L), (_stack.Count(Counter.HalfOpenLimitDrops), _stack.Count(Counter.ListenerDrops)));
    }

    [Fact]
    public void No_other_has_a_buffer_for_a_stranger_not_even_for_text_on_his_syn()
    {
        foreach (var policy in Enum.GetValues<HalfOpenPolicy>().Where(policy => policy != HalfOpenPolicy.Textbook))
        {
            var stack = new LoneStack();
            stack.Listen(new ListenOptions { Port = 80, Protocol = new Discard(), Policy = policy });
            stack.Peer("10.9.0.1:1000").Sends(Syn().With("a promise?"));
            Assert.Equal((policy, 0L), (policy, stack.Router.Buffers.Lent));
            Assert.All(stack.Router.Flows.ToArray(), connection => Assert.Null(connection.Tcb.Reassembly));
        }
    }

    [Rule("RFC 4987", "§3.4")]
    [Fact]
    public void Recycle_forgets_the_oldest_silently()
    {
        var listener = Listen(HalfOpenPolicy.Recycle, limit: 2);
        var (first, second) = (_stack.Peer("10.9.0.1:1000"), _stack.Peer("10.9.0.2:1000"));
        first.Sends(Syn());
        second.Sends(Syn());
        first.Next();
        Assert.True(IsAnswered(3));
        Assert.Empty(first.Receives());
        Assert.Equal((2, 1L), (listener.HalfOpen, _stack.Count(Counter.HalfOpenRecycled)));
        second.Next();
        second.Sends(Ack(seq: 1, ack: 1));
        Assert.Equal(1, _stack.Count(Counter.Established));
    }

    [Rule("RFC 4987", "§3.3")]
    [Fact]
    public void Short_timer_gives_up_sooner_while_it_is_pressed()
    {
        var listener = Listen(HalfOpenPolicy.ShortTimer, limit: 2);
        Assert.True(IsAnswered(1));
        _stack.Advance(8.Seconds());
        Assert.Equal(1, listener.HalfOpen);   // calm: it has its 63 seconds
        Assert.True(IsAnswered(2));
        Assert.Equal(Pressure.Pressed, listener.Pressure);
        _stack.Advance(8.Seconds());
        Assert.Equal(0, listener.HalfOpen);
        Assert.Equal(2, _stack.Count(Counter.HalfOpenTimeouts));
        _stack.Advance(1.Seconds());
        Assert.Equal(Pressure.Calm, listener.Pressure);
    }

    [Rule("RFC 4987", "§3.3")]
    [Rule("RFC 4987", "§3.2")]
    [Fact]
    public void A_larger_backlog_is_a_choice()
    {
        Listen(HalfOpenPolicy.ShortTimer, limit: 100);
        Assert.All(Enumerable.Range(1, 100), i => Assert.True(IsAnswered(i)));
        Assert.False(IsAnswered(101));
    }

    [Rule("RFC 4987", "§3.5")]
    [Fact]
    public void The_syn_cache_forgets_the_oldest_and_completes_the_others()
    {
        var listener = Listen(HalfOpenPolicy.SynCache, limit: SynCache.BucketSize);
        var peers = Enumerable.Range(1, SynCache.BucketSize + 1).Select(i => _stack.Peer($"10.9.0.{i}:1000")).ToArray();
        foreach (var peer in peers)
        {
            peer.Sends(Syn());
            peer.Next();
            _stack.Advance(1.Milliseconds());
        }

        Assert.Equal((SynCache.BucketSize, 0), (listener.HalfOpen, _stack.Stack.Connections));
        Assert.Equal(1, _stack.Count(Counter.HalfOpenEvicted));
        foreach (var peer in peers)
        {
            peer.Sends(Ack(seq: 1, ack: 1));
        }

        Assert.Equal((0, SynCache.BucketSize), (listener.HalfOpen, _stack.Stack.Connections));
        Assert.Equal(ControlBits.Rst, peers[0].Next().Control);
    }

    [Rule("RFC 4987", "§3.7")]
    [Fact]
    public void Hybrid_answers_with_a_cookie_and_keeps_what_it_has()
    {
        var listener = Listen(HalfOpenPolicy.Hybrid, limit: 2);
        var peers = Enumerable.Range(1, 5).Select(i => _stack.Peer($"10.9.0.{i}:1000")).ToArray();
        foreach (var peer in peers)
        {
            peer.Sends(Syn());
            peer.Next();
        }

        Assert.Equal((2, Pressure.Flooded, 3L, 3L), (listener.HalfOpen, listener.Pressure, _stack.Count(Counter.SynCookiesSent), _stack.Count(Counter.HalfOpenOverflows)));
        foreach (var peer in peers)
        {
            peer.Sends(Ack(seq: 1, ack: 1));
        }

        Assert.Equal((0, 5, 1L), (listener.HalfOpen, _stack.Stack.Connections, _stack.Count(Counter.FloodsBegun)));
        _stack.Advance(16.Seconds());
        Assert.Equal((Pressure.Calm, 1L), (listener.Pressure, _stack.Count(Counter.FloodsEnded)));
    }

    [Fact]
    public async Task Every_decision_is_an_event_with_its_reason()
    {
        var listener = Listen(HalfOpenPolicy.Hybrid, limit: 1);
        Assert.True(IsAnswered(1));
        Assert.True(IsAnswered(2));
        _stack.Peer("10.9.0.9:1000").Sends(Ack(seq: 1, ack: 1));
        var events = await listener.EventsAsync();
        Assert.Equal([Counter.PassiveOpens, Counter.FloodsBegun, Counter.SynCookiesSent, Counter.SynCookiesFailed], events.Select(each => each.What));
        Assert.Equal(["10.9.0.2:1000", null, "10.9.0.3:1000", "10.9.0.9:1000"], events.Select(each => each.Remote?.ToString()));
    }

    [Rule("RFC 4987", "§3.1")]
    [Fact]
    public void A_budget_stops_who_sends_too_many_before_any_policy_is_asked()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Discard(), Budgets = new SynBudgets { PerSource = 2, PerPrefix = 3 } });
        Assert.Equal([true, true, false], Enumerable.Range(1, 3).Select(i => IsAnswered(_stack.Peer($"10.9.0.1:{i}"))));
        Assert.Equal([true, false], Enumerable.Range(1, 2).Select(i => IsAnswered(_stack.Peer($"10.9.0.2:{i}"))));
        Assert.True(IsAnswered(_stack.Peer("10.9.1.1:1")));
        Assert.Equal((1L, 1L), (_stack.Count(Counter.SourceBudgetDrops), _stack.Count(Counter.PrefixBudgetDrops)));
    }

    [Theory, InlineData(HalfOpenPolicy.SynCache), InlineData(HalfOpenPolicy.Hybrid)]
    public void Nobody_can_use_a_listener_as_a_reflector(HalfOpenPolicy policy)
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Discard(), Policy = policy, SynAcksPerSecond = 3 });
        Assert.Equal(3, Enumerable.Range(1, 10).Count(i => IsAnswered(i)));
        _stack.Advance(62.Seconds());   // 3 half-open, five repetitions each
        Assert.InRange(_stack.Device.Written.Count, 1, 15);
        Assert.InRange(_stack.Count(Counter.SynAckLimitDrops), 7, 22);
    }

    private TcpListener Listen(HalfOpenPolicy policy, int limit) =>
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Discard(), Policy = policy, HalfOpenLimit = limit });

    private bool IsAnswered(int peer) => IsAnswered(_stack.Peer($"10.9.{peer / 250}.{1 + (peer % 250)}:1000"));

    private static bool IsAnswered(Stranger peer)
    {
        peer.Sends(Syn());
        return peer.Receives() is [{ Control: ControlBits.Syn | ControlBits.Ack }];
    }
}
