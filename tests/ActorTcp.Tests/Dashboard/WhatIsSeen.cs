using ActorTcp.Dashboard;
using ActorTcp.Protocol;
using ActorTcp.Reports;
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
        Assert.Equal((3, 2, 1), (moment[Counter.SynsIn], moment.HalfOpen[80], moment.Edges[StateDiagram.NumberOf(TcpState.Listen, Cause.SynArrives, TcpState.SynReceived)]));
        Assert.Equal([("half_open_limit_drops", 2), ("dropped_packet_too_short", 0.5)], moment.Drops);
        Assert.Equal(2.5, moment.DropRate);
        Assert.Null(moment.Median);
    }

    [Fact]
    public async Task Times_the_handshakes_of_the_last_second_alone()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        ShakeHands("10.9.0.1:1000", TimeSpan.FromMilliseconds(800));
        var before = await _stack.Stack.ReadAsync();
        ShakeHands("10.9.0.2:1000", TimeSpan.FromMilliseconds(20));
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
    public void Begins_anew_after_nobody_looked()
    {
        using var feed = new Feed(_stack.Stack);
        using (feed.Watch(() => { }))
        {
            Second();
            Assert.Single(feed.Latest!.Moments);
        }

        Second();
        using var viewer = feed.Watch(() => { });
        Assert.Empty(feed.Latest.Moments);
    }

    [Fact]
    public async Task Is_looked_at_again_for_a_page_that_nobody_watches_only_after_a_second()
    {
        using var feed = new Feed(_stack.Stack);
        var first = await feed.GlanceAsync();
        Assert.Same(first, await feed.GlanceAsync());
        _stack.Time.Advance(TimeSpan.FromSeconds(1.1));
        Assert.NotSame(first, await feed.GlanceAsync());
    }

    [Fact]
    public async Task Is_not_looked_at_for_a_browser_whose_connection_is_down()
    {
        using var feed = new Feed(_stack.Stack);
        using var viewer = new Viewer(feed);
        var seen = 0;
        viewer.Seen += () => seen++;
        await viewer.OnConnectionUpAsync(null!, TestContext.Current.CancellationToken);
        Assert.Equal(1, seen);
        await viewer.OnConnectionDownAsync(null!, TestContext.Current.CancellationToken);
        Second();
        Assert.Equal(1, seen);
        await viewer.OnConnectionUpAsync(null!, TestContext.Current.CancellationToken);
        Assert.Equal(2, seen);
    }

    [Fact]
    public async Task Of_the_fullest_port_the_limit_is_drawn_when_it_is_near()
    {
        _stack.Listen(new ListenOptions { Port = 7, Protocol = new Echo() });
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo(), HalfOpenLimit = 10 });
        _stack.Peer("10.9.0.1:1000").Sends(Syn());
        var chart = await HalfOpenAsync();
        Assert.Equal(("Half-open on port 80", 0), (chart.Title, chart.Marks.Count));

        _stack.Peer("10.9.0.2:1000").Sends(Syn());
        Assert.Equal(("limit 10", 10), ((await HalfOpenAsync()).Marks[0].Label, (await HalfOpenAsync()).Marks[0].At));
    }

    [Theory, InlineData(-0.5, "0 s"), InlineData(119.9, "119 s"), InlineData(120, "2 min"), InlineData(7199, "119 min"), InlineData(7200, "2 h"), InlineData(172_800, "2 days")]
    public void Is_so_long_ago_in_one_whole_unit(double seconds, string words) => Assert.Equal(words, Elapsed.Of(TimeSpan.FromSeconds(seconds)));

    /// <summary>What a look continues with runs on other threads only when it has to wait, which a stack without threads never makes it do.</summary>
    private void Second() => _stack.Time.Advance(TimeSpan.FromSeconds(1));

    private async Task<LineChart> HalfOpenAsync()
    {
        using var feed = new Feed(_stack.Stack);
        return NowCharts.Of(await feed.GlanceAsync())[1];
    }

    private void ShakeHands(string peer, TimeSpan roundTrip)
    {
        var stranger = _stack.Peer(peer);
        stranger.Sends(Syn());
        stranger.Next();
        _stack.Advance(roundTrip);
        stranger.Sends(Ack(seq: 1, ack: 1));
    }
}
