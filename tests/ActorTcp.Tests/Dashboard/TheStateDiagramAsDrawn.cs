using System.Globalization;
using System.Text.RegularExpressions;
using ActorTcp.Dashboard;
using ActorTcp.Protocol;
using ActorTcp.Reports;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Dashboard;

/// <summary>RFC 9293 §3.3.2, Figure 5 on the page.</summary>
public sealed partial class TheStateDiagramAsDrawn
{
    [Fact]
    public void Has_every_edge_once()
    {
        var drawn = DiagramLayout.Edges.Select(edge => (edge.From, edge.Cause, edge.To)).Concat(Enum.GetValues<TcpState>().SelectMany(DiagramLayout.ExitsOf).Select(edge => (edge.From, edge.Cause, edge.To)));
        Assert.Equal(StateDiagram.Edges.Select(edge => (edge.From, edge.Cause, edge.To)).Order(), drawn.Order());
    }

    [Fact]
    public void Has_room_in_every_state_for_its_exits()
    {
        Assert.All(DiagramLayout.States, state => Assert.Equal((DiagramLayout.ExitsOf(state.State).Count() + 2) / 3, state.Rows));
        Assert.All(Enum.GetValues<TcpState>(), state => Assert.Contains(DiagramLayout.States, drawn => drawn.State == state));
    }

    [Fact]
    public void Leads_every_arrow_to_the_state_that_it_enters()
    {
        Assert.All(DiagramLayout.Edges, edge =>
        {
            var (x, y) = EndOf(edge.Path);
            Assert.Contains(DiagramLayout.States.Where(state => state.State == edge.To), state => Distance(state, x, y) is >= 0 and <= 6);
        });
    }

    [Fact]
    public void Writes_no_word_over_a_state_or_another_word()
    {
        var words = DiagramLayout.Edges.SelectMany(edge => new[]
        {
            new Label(edge.X, edge.Y + 4, "12.3 M", Anchor.Middle, ""),
            new Label(edge.Words.X, edge.Words.Y, EdgeWords.Event(edge.Cause), edge.Anchor, ""),
            new Label(edge.Words.X, edge.Words.Y + 13, EdgeWords.Action(edge.From, edge.Cause), edge.Anchor, ""),
        }).Where(label => label.Text.Length > 0).Select(label => label.Box).ToList();
        var states = DiagramLayout.States.Select(state => new Box(state.Left, state.Top, state.Left + DrawnState.Width, state.Top + state.Height)).ToList();
        Assert.All(words, word => Assert.DoesNotContain(states, state => Overlap(word, state)));
        Assert.All(words.Index(), word => Assert.DoesNotContain(words.Skip(word.Index + 1), other => Overlap(word.Item, other)));
        Assert.All(words, word => Assert.True(word.Left >= 0 && word.Right <= DiagramLayout.Width && word.Top >= 0 && word.Bottom <= DiagramLayout.Height));
    }

    [Fact]
    public async Task Tells_what_an_edge_is_and_how_often_it_was_taken()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        stack.Peer("10.9.0.1:1000").Connects();
        using var feed = new Feed(stack.Stack);
        var picture = new DiagramPicture(await feed.GlanceAsync());
        Assert.Equal("LISTEN → SYN-RECEIVED: a connection request arrives (RFC 9293 §3.10.7.2). Taken once.", picture.Telling(TcpState.Listen, Cause.SynArrives, TcpState.SynReceived));
        Assert.Equal("walked", picture.Classes(TcpState.Listen, Cause.SynArrives, TcpState.SynReceived));
        Assert.EndsWith("Connections there now: 1.", picture.Telling(TcpState.Established), StringComparison.Ordinal);
        Assert.EndsWith("(RFC 4987 §3.4). Taken never.", picture.Telling(TcpState.SynReceived, Cause.Recycled, TcpState.Closed), StringComparison.Ordinal);
    }

    private static bool Overlap(Box one, Box other) => one.Left < other.Right && other.Left < one.Right && one.Top < other.Bottom && other.Top < one.Bottom;

    private static double Distance(DrawnState state, double x, double y) => Math.Max(
        Math.Max(state.Left - x, x - state.Left - DrawnState.Width),
        Math.Max(state.Top - y, y - state.Top - state.Height));

    private static (double X, double Y) EndOf(string path)
    {
        var (x, y) = (0d, 0d);
        foreach (Match step in Steps().Matches(path))
        {
            var first = double.Parse(step.Groups["first"].Value, CultureInfo.InvariantCulture);
            (x, y) = step.Groups["to"].Value switch
            {
                "M" => (first, double.Parse(step.Groups["second"].Value, CultureInfo.InvariantCulture)),
                "H" => (first, y),
                _ => (x, first),
            };
        }

        return (x, y);
    }

    [GeneratedRegex(@"(?<to>[MHV])(?<first>\d+)( (?<second>\d+))?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Steps();
}
