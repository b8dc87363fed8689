using System.Buffers;
using System.Text;
using System.Text.Json;
using ActorTcp.Control;
using ActorTcp.Stack;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Control;

/// <summary>What shards tell a client waits in a bounded place.</summary>
public sealed class Feeds
{
    [Fact]
    public void Lose_what_there_is_no_room_for_and_count_it()
    {
        var feed = new Feed<int>(capacity: 3);
        Assert.Equal([true, true, true, false, false], Enumerable.Range(0, 5).Select(i => feed.Offer(i)));
        Assert.Equal(2, feed.Lost);
        Assert.True(feed.Reader.TryRead(out var first));
        Assert.Equal((0, true), (first, feed.Offer(9)));
    }

    [Fact]
    public async Task Of_a_trace_tell_what_the_history_remembers_also_from_before()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        var peer = stack.Peer("10.9.0.1:1000");
        peer.Connects();
        using var tap = new TraceTap(ConnectionFilter.All, limit: null);
        await stack.Stack.AttachAsync(tap);
        peer.Sends(FinAck(seq: 1, ack: 2));

        var lines = Tell(tap).ConvertAll(line => JsonSerializer.Deserialize(line, ControlJson.Default.TraceLine)!);
        var story = Assert.Single(await stack.Stack.ReadStoriesAsync());
        Assert.Equal(story.History, lines.SkipLast(1).Select(line => line.ToEntry()));
        Assert.Equal((1, ConnectionEnd.Closed, null), (lines[^1].Id, lines[^1].End, lines[^1].Kind));
    }

    [Fact]
    public async Task Of_a_trace_end_after_as_many_as_are_wanted()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        using var tap = new TraceTap(ConnectionFilter.All, limit: 2);
        await stack.Stack.AttachAsync(tap);
        stack.Peer("10.9.0.1:1000").Connects();
        Assert.Equal(2, Tell(tap).Count);
        Assert.True(tap.IsDone);
    }

    [Fact]
    public async Task Are_told_to_the_end_when_the_reader_has_enough()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        using var enough = new CancellationTokenSource();
        var told = new StringBuilder();
        var writing = FeedWriter.RunAsync(
            stack.Stack,
            new TraceTap(ConnectionFilter.All, limit: null),
            octets =>
            {
                told.Append(Encoding.UTF8.GetString(octets.Span));
                return Task.CompletedTask;
            },
            enough.Token);
        stack.Peer("10.9.0.1:1000").Connects();
        await enough.CancelAsync();
        await writing;
        Assert.Contains("\"kind\":\"state-changed\",\"from\":\"syn-received\",\"cause\":\"ack-of-syn-arrives\",\"to\":\"established\"", told.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("{\"lost\":0,\"told\":8}\n", told.ToString(), StringComparison.Ordinal);
        Assert.Null(stack.Router.Taps);
    }

    [Fact]
    public async Task Do_not_hold_the_stack_up_for_a_reader_that_takes_its_time()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        using var enough = new CancellationTokenSource();
        var stuck = new TaskCompletionSource();
        var told = new StringBuilder();
        var writing = FeedWriter.RunAsync(
            stack.Stack,
            new TraceTap(ConnectionFilter.All, limit: null),
            async octets =>
            {
                told.Append(Encoding.UTF8.GetString(octets.Span));
                await stuck.Task;
            },
            enough.Token);
        for (var i = 0; i < 3000; i++)
        {
            stack.Peer($"10.9.{i / 250}.{i % 250}:1000").Connects();
            stack.Device.Written.Clear();
        }

        Assert.Equal(3000, stack.Count(Counter.Established));
        await enough.CancelAsync();
        stuck.SetResult();
        await writing;
        Assert.EndsWith($"{{\"lost\":{(3000 * 8) - 16_384},\"told\":16384}}\n", told.ToString(), StringComparison.Ordinal);
    }

    private static List<string> Tell<T>(FeedTap<T> tap)
    {
        var lines = new ArrayBufferWriter<byte>();
        while (tap.TryTell(lines))
        {
        }

        return [.. Encoding.UTF8.GetString(lines.WrittenSpan).Split('\n', StringSplitOptions.RemoveEmptyEntries)];
    }
}
