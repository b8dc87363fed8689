using ActorTcp.Stack;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>What happened to a connection can be told after its end, as long as not too many others have ended since.</summary>
public sealed class ConnectionStories
{
    [Fact]
    public async Task Of_an_ended_connection_draw_its_ladder()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Name = "close", Protocol = new Close() });
        var peer = stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(FinAck(seq: 1, ack: 2));
        stack.Peer("10.9.0.2:1000").Connects();

        var stories = await stack.Stack.ReadStoriesAsync();
        Assert.Equal([(2, null), (1, TimeSpan.Zero)], stories.Select(story => (story.Id, story.Ended)));
        Assert.Equal((ConnectionEnd.Closed, "close"), (stories[1].End, stories[1].Service));
        var ladder = stories[1].ToLadder().ToString();
        Assert.Contains("ESTABLISHED", ladder, StringComparison.Ordinal);
        Assert.Contains("TIME-WAIT", ladder, StringComparison.Ordinal);
        Assert.Contains("10.9.0.1:1000", ladder, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_those_that_never_opened_do_not_overwrite_the_others()
    {
        var stack = new LoneStack(new TcpStackOptions { EndedConnectionsKept = 4 });
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        var peer = stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(FinAck(seq: 1, ack: 2));
        for (var i = 0; i < 10; i++)
        {
            var stranger = stack.Peer($"10.9.1.{i}:1000");
            stranger.Sends(Syn());
            stranger.Sends(Rst(seq: 1));
        }

        Assert.Equal([11, 10, 9, 8, 1], (await stack.Stack.ReadStoriesAsync()).Select(story => story.Id));
        Assert.Equal([11, 10], (await stack.Stack.ReadStoriesAsync(limit: 2)).Select(story => story.Id));
        Assert.Equal([1], (await stack.Stack.ReadStoriesAsync(ConnectionFilter.Parse("dst 10.9.0.1"))).Select(story => story.Id));
    }

    [Fact]
    public async Task Are_not_kept_when_nobody_wants_them()
    {
        var stack = new LoneStack(new TcpStackOptions { EndedConnectionsKept = 0 });
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Close() });
        var peer = stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(FinAck(seq: 1, ack: 2));
        Assert.Empty(await stack.Stack.ReadStoriesAsync());
    }
}
