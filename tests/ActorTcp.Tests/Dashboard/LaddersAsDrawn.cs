using ActorTcp.Dashboard;
using ActorTcp.Stack;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Dashboard;

/// <summary>A ladder diagram on the page.</summary>
public sealed class LaddersAsDrawn
{
    private readonly LoneStack _stack = new();

    [Fact]
    public async Task Go_downwards_without_one_rung_over_another()
    {
        var picture = await DrawAsync();
        Assert.Equal(["SYN seq 0", "SYN-ACK seq 0 ack 1", "ACK seq 1 ack 1", "ACK seq 1 ack 1 len 5"], Segments(picture)[..4]);
        Assert.All(picture.Rungs.Zip(picture.Rungs.Skip(1)), pair => Assert.Equal(pair.First.Top + pair.First.Height, pair.Second.Top));
        Assert.All(picture.Rungs, rung => Assert.All(rung.Labels, label => Assert.InRange(label.Y, rung.Top, rung.Top + rung.Height)));
    }

    [Fact]
    public async Task Show_the_states_of_both_ends_each_on_its_side()
    {
        var picture = await DrawAsync();
        var states = picture.Rungs.SelectMany(rung => rung.Labels).Where(label => label.Style.StartsWith("state ", StringComparison.Ordinal)).ToList();
        Assert.Equal(["CLOSED", "SYN-SENT", "ESTABLISHED"], states.Where(label => label.X < LadderPicture.LeftLife).Select(label => label.Text));
        Assert.Equal(["LISTEN", "SYN-RECEIVED", "ESTABLISHED"], states.Where(label => label.X > LadderPicture.RightLife).Select(label => label.Text));
    }

    [Fact]
    public async Task Draw_each_life_without_a_gap_until_the_end()
    {
        var picture = await DrawAsync();
        foreach (var life in picture.Lives.GroupBy(piece => piece.X).Select(group => group.ToList()))
        {
            Assert.All(life.Zip(life.Skip(1)), pair => Assert.Equal(pair.First.To, pair.Second.From));
            Assert.Equal(["phase-none", "phase-opening", "phase-open"], life.Select(piece => piece.Phase));
            Assert.Equal(picture.Height, life[^1].To);
        }
    }

    [Fact]
    public async Task Tell_each_segment_in_words()
    {
        var picture = await DrawAsync();
        Assert.Equal("actortcp to peer: SYN-ACK seq 0 ack 1; after 0 s; peer enters ESTABLISHED", LadderTelling.Of(picture.Ladder, picture.Rungs[2].Rung));
    }

    [Fact]
    public async Task Open_the_header_of_a_segment_with_what_its_fields_say()
    {
        var sight = await SightAsync();
        var header = new ShownStory(sight.Stories[0]).HeaderOf(2, new HeaderMemory())!;
        Assert.Equal(("80", "1000"), (header.Fields[0].Value, header.Fields[1].Value));
        Assert.Equal(["ACK", "SYN"], header.Fields.Where(field => field.IsSet).Select(field => field.Name));
        Assert.Equal("the peer's SYN has arrived: number 1 is expected next", header.Fields.Single(field => field.Name == "Acknowledgment Number").Meaning);
        Assert.False(header.IsComplete);
        Assert.Empty(header.Options);
    }

    [Fact]
    public async Task Have_options_for_segments_that_passed_while_somebody_looked()
    {
        var headers = new HeaderMemory();
        await _stack.Stack.AttachAsync(new HeaderTap(headers));
        var sight = await SightAsync();
        var header = new ShownStory(sight.Stories[0]).HeaderOf(2, headers)!;
        Assert.True(header.IsComplete);
        Assert.Equal(("Maximum Segment Size", "1460"), (header.Options[0].Name, header.Options[0].Value));
        Assert.Equal("6", header.Fields.Single(field => field.Name == "Data Offset").Value);
    }

    [Fact]
    public async Task Fill_every_row_of_a_header_with_thirty_two_bits()
    {
        var sight = await SightAsync();
        var bits = 0;
        foreach (var field in new ShownStory(sight.Stories[0]).HeaderOf(1, new HeaderMemory())!.Fields)
        {
            Assert.InRange((bits % 32) + field.Bits, 1, 32);
            bits += field.Bits;
        }

        Assert.Equal(160, bits);
    }

    private static string[] Segments(LadderPicture picture) => [.. picture.Rungs.Where(rung => rung.Rung.Segment is not null).Select(rung => rung.Rung.Segment.ToString()!)];

    private async Task<LadderPicture> DrawAsync()
    {
        var sight = await SightAsync();
        return new ShownStory(sight.Stories[0]).Picture;
    }

    private async Task<Sight> SightAsync()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(Text("hello", seq: 1, ack: 1));
        using var feed = new Feed(_stack.Stack);
        return await feed.GlanceAsync();
    }
}
