using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Defence;

/// <summary><see cref="TcpListener.ChangeAsync"/>: other limits hold from the next SYN on, and nobody loses his place for it.</summary>
public sealed class LimitsThatChange
{
    private readonly LoneStack _stack = new();
    private int _peers;

    [Theory, InlineData(1), InlineData(3)]
    public void A_lower_half_open_limit_makes_a_flood_of_those_that_are_there_already(int limit)
    {
        var listener = Listen(new ListenOptions { Port = 80, Protocol = new Discard(), Policy = HalfOpenPolicy.Textbook });
        Assert.Equal(3, Answered(3));
        Change(listener, listener.Limits with { HalfOpenLimit = limit });
        Assert.Equal((Pressure.Flooded, 3, 1L), (listener.Pressure, listener.HalfOpen, _stack.Count(Counter.FloodsBegun)));
        Assert.Equal(0, Answered(1));
    }

    [Fact]
    public void A_higher_one_makes_room_at_once()
    {
        var listener = Listen(new ListenOptions { Port = 80, Protocol = new Discard(), Policy = HalfOpenPolicy.Textbook, HalfOpenLimit = 2 });
        Assert.Equal(2, Answered(3));
        Change(listener, listener.Limits with { HalfOpenLimit = 4 });
        Assert.Equal((Pressure.Pressed, 1L), (listener.Pressure, _stack.Count(Counter.FloodsEnded)));
        Assert.Equal(2, Answered(3));
    }

    [Fact]
    public void A_flood_does_not_end_because_something_else_changes()
    {
        var listener = Listen(new ListenOptions { Port = 80, Protocol = new Discard(), HalfOpenLimit = 2 });
        Assert.Equal(3, Answered(3));
        Change(listener, listener.Limits with { SynAcksPerSecond = 100 });
        _stack.Peer("10.8.0.1:1000").Sends(Syn());
        Assert.Equal((Pressure.Flooded, 2L, 0L), (listener.Pressure, _stack.Count(Counter.SynCookiesSent), _stack.Count(Counter.FloodsEnded)));
    }

    [Fact]
    public void A_cap_of_syn_acks_and_budgets_come_and_go()
    {
        var listener = Listen(new ListenOptions { Port = 80, Protocol = new Discard() });
        Change(listener, listener.Limits with { SynAcksPerSecond = 2 });
        Assert.Equal(2, Answered(3));
        Change(listener, listener.Limits with { SynAcksPerSecond = null, Budgets = new SynBudgets { PerSource = 100, PerPrefix = 1 } });
        Assert.Equal(1, Answered(3));
        Change(listener, listener.Limits with { Budgets = null });
        Assert.Equal(3, Answered(3));
    }

    [Fact]
    public void A_larger_syn_cache_takes_over_the_records_of_the_smaller()
    {
        var listener = Listen(new ListenOptions { Port = 80, Protocol = new Discard(), Policy = HalfOpenPolicy.SynCache, HalfOpenLimit = SynCache.BucketSize });
        var peer = _stack.Peer("10.8.0.1:1000");
        peer.Sends(Syn());
        peer.Next();
        Change(listener, listener.Limits with { HalfOpenLimit = 64 * SynCache.BucketSize });
        Assert.Equal(2 * SynCache.BucketSize, Answered(2 * SynCache.BucketSize));
        Assert.Equal(((2 * SynCache.BucketSize) + 1, 0L), (listener.HalfOpen, _stack.Count(Counter.HalfOpenEvicted)));
        peer.Sends(Ack(seq: 1, ack: 1));
        Assert.Equal(1, _stack.Count(Counter.Established));
    }

    [Fact]
    public void A_smaller_one_forgets_those_for_whom_there_is_no_room()
    {
        var listener = Listen(new ListenOptions { Port = 80, Protocol = new Discard(), Policy = HalfOpenPolicy.SynCache });
        Assert.Equal(3 * SynCache.BucketSize, Answered(3 * SynCache.BucketSize));
        Change(listener, listener.Limits with { HalfOpenLimit = SynCache.BucketSize });
        Assert.Equal((SynCache.BucketSize, 2L * SynCache.BucketSize), (listener.HalfOpen, _stack.Count(Counter.HalfOpenEvicted)));
    }

    [Fact]
    public async Task A_shorter_backlog_is_full_sooner()
    {
        var listener = Listen(new ListenOptions { Port = 80 });
        Change(listener, listener.Limits with { Backlog = 1 });
        var peer = _stack.Peer("10.8.0.1:1000");
        peer.Sends(Syn());
        peer.Next();
        peer.Sends(Ack(seq: 1, ack: 1));
        Assert.Equal(0, Answered(1));
        Assert.NotNull(await listener.AcceptAsync(TestContext.Current.CancellationToken));
        Assert.Equal(1, Answered(1));
    }

    [Fact]
    public void Fast_open_is_offered_and_withdrawn()
    {
        var listener = Listen(new ListenOptions { Port = 80, Protocol = new Discard() });
        Assert.Equal([false, true, false, true], Enumerable.Range(0, 4).Select(i =>
        {
            Change(listener, listener.Limits with { FastOpenLimit = i % 2 });
            var peer = _stack.Peer($"10.8.0.{++_peers}:1000");
            peer.Sends(Syn().FastOpen());
            return peer.Next().Options.Present.HasFlag(ActorTcp.Wire.OptionKinds.FastOpen);
        }));
    }

    private TcpListener Listen(ListenOptions options) => _stack.Listen(options);

    private static void Change(TcpListener listener, ListenLimits limits) => Assert.True(listener.ChangeAsync(limits).IsCompletedSuccessfully);

    /// <summary>How many of so many strangers get a SYN-ACK.</summary>
    private int Answered(int strangers) => Enumerable.Range(0, strangers).Count(_ =>
    {
        var peer = _stack.Peer($"10.9.0.{++_peers}:1000");
        peer.Sends(Syn());
        return peer.Receives().Count == 1;
    });
}
