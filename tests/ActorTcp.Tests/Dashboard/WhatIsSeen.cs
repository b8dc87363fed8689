using ActorTcp.Dashboard;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Dashboard;

/// <summary>The page looks at a stack once a second for all who look at it.</summary>
public sealed class WhatIsSeen
{
    private readonly LoneStack _stack = new();

    [Fact]
    public async Task Is_counted_per_second_between_two_looks()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Close(), HalfOpenLimit = 2, Policy = HalfOpenPolicy.Textbook });
        var before = await _stack.Stack.ReadAsync();
        for (var i = 1; i <= 6; i++)
        {
            _stack.Peer($"10.9.0.{i}:1000").Sends(Syn());
        }

        _stack.Arrive([0x45, 0, 0]);
        _stack.Advance(TimeSpan.FromSeconds(2));

        var moment = Moment.Between(before, await _stack.Stack.ReadAsync());
        Assert.Equal((3, 2, 1), (moment[Counter.SynsIn], moment.HalfOpen, moment.Edges[StateDiagram.NumberOf(TcpState.Listen, Cause.SynArrives, TcpState.SynReceived)]));
        Assert.Equal([("half_open_limit_drops", 2), ("dropped_packet_too_short", 0.5)], moment.Drops);
        Assert.Equal(2.5, moment.DropRate);
        Assert.Null(moment.Median);
    }

    [Fact]
    public async Task Times_the_handshakes_of_the_last_second_alone()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        await ShakeHandsAsync("10.9.0.1:1000", TimeSpan.FromMilliseconds(800));
        var before = await _stack.Stack.ReadAsync();
        await ShakeHandsAsync("10.9.0.2:1000", TimeSpan.FromMilliseconds(20));
        _stack.Advance(TimeSpan.FromSeconds(1));
        var moment = Moment.Between(before, await _stack.Stack.ReadAsync());
        Assert.Equal(20, moment.Median!.Value.TotalMilliseconds, 0.2);
        Assert.Equal(20, moment.Tail!.Value.TotalMilliseconds, 0.2);
    }

    [Fact]
    public void Is_looked_at_once_for_all_and_only_while_somebody_looks()
    {
        using var feed = new Feed(_stack.Stack);
        var (one, other) = (0, 0);
        Assert.Null(feed.Latest);

        var first = feed.Watch(() => one++);
        var second = feed.Watch(() => other++);
        Assert.NotNull(_stack.Router.Taps);
        Second();
        Assert.Equal((2, 1), (one, other));
        Assert.Single(feed.Latest!.Moments);

        first.Dispose();
        Second();
        Assert.Equal((2, 2), (one, other));

        second.Dispose();
        var last = feed.Latest;
        Second();
        Assert.Equal((2, 2), (one, other));
        Assert.Same(last, feed.Latest);
        Assert.Null(_stack.Router.Taps);
    }

    [Fact]
    public void Is_remembered_for_two_minutes()
    {
        using var feed = new Feed(_stack.Stack);
        using var viewer = feed.Watch(() => { });
        for (var i = 0; i < 200; i++)
        {
            Second();
        }

        Assert.Equal(120, feed.Latest!.Moments.Count);
        Assert.Equal(200, feed.Latest.Moments[^1].At.TotalSeconds);
    }

    [Fact]
    public async Task Begins_anew_after_nobody_looked()
    {
        using var feed = new Feed(_stack.Stack);
        feed.Watch(() => { }).Dispose();
        Second();
        Assert.Empty((await feed.GlanceAsync()).Moments);
        using var viewer = feed.Watch(() => { });
        Assert.Empty(feed.Latest!.Moments);
    }

    [Theory, InlineData(-0.5, "0 s"), InlineData(119.9, "119 s"), InlineData(120, "2 min"), InlineData(7199, "119 min"), InlineData(7200, "2 h"), InlineData(172_800, "2 days")]
    public void Is_so_long_ago_in_one_whole_unit(double seconds, string words) => Assert.Equal(words, Elapsed.Of(TimeSpan.FromSeconds(seconds)));

    /// <summary>What a look continues with runs on other threads only when it has to wait, which a stack without threads never makes it do.</summary>
    private void Second() => _stack.Time.Advance(TimeSpan.FromSeconds(1));

    private Task ShakeHandsAsync(string peer, TimeSpan roundTrip)
    {
        var stranger = _stack.Peer(peer);
        stranger.Sends(Syn());
        stranger.Next();
        _stack.Advance(roundTrip);
        stranger.Sends(Ack(seq: 1, ack: 1));
        return Task.CompletedTask;
    }
}
