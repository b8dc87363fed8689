using System.Net;
using ActorTcp.Cli;
using ActorTcp.Control;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;

namespace ActorTcp.Tests.Cli;

/// <summary>Commands show what a daemon tells as the tools do that people know.</summary>
public sealed class Tables
{
    private static readonly ConnectionReading Connection = new()
    {
        Id = 5,
        Local = IPEndPoint.Parse("10.77.0.1:80"),
        Remote = IPEndPoint.Parse("10.9.0.1:40000"),
        State = TcpState.Established,
        SendQueue = 1448,
        SendMemory = 2048,
        Timer = "retransmission",
        TimerDue = TimeSpan.FromMilliseconds(203.4),
        Retransmissions = 1,
        RoundTrip = TimeSpan.FromMilliseconds(1.25),
        RoundTripVariation = TimeSpan.FromMilliseconds(0.5),
        RetransmissionTimeout = TimeSpan.FromMilliseconds(204),
        CongestionWindow = 14480,
        SegmentSize = 1448,
        SendWindowScale = 10,
        ReceiveWindowScale = 7,
        HasTimestamps = true,
        Service = "http",
        Age = TimeSpan.FromSeconds(2),
    };

    [Fact]
    public void Of_ss_have_its_columns() => AssertLines(
        Written(new SsTable(withTimer: false, withInfo: false, withMemory: false), Connection, Connection with { State = TcpState.TimeWait, Local = IPEndPoint.Parse("[fd77::1]:80") }),
        """
        State     Recv-Q Send-Q Local Address:Port Peer Address:Port
        ESTAB          0   1448 10.77.0.1:80       10.9.0.1:40000
        TIME-WAIT      0   1448 [fd77::1]:80       10.9.0.1:40000
        """);

    [Fact]
    public void Of_ss_have_timers_memory_and_what_TCP_keeps() => AssertLines(
        Written(new SsTable(withTimer: true, withInfo: true, withMemory: true), Connection),
        """
        State Recv-Q Send-Q Local Address:Port Peer Address:Port
        ESTAB      0   1448 10.77.0.1:80       10.9.0.1:40000    timer:(retransmission,203ms,1) mem:(r0,t2048)
        	 id:5 service:http ts wscale:10,7 rto:204 rtt:1.25/0.5 mss:1448 cwnd:14480 snd_wnd:0 rcv_wnd:0 age:2s
        """);

    [Fact]
    public async Task Of_stat_have_increments_from_one_sample_to_the_next()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Name = "echo", Protocol = new Echo() });
        var peer = stack.Peer("10.9.0.1:1000");
        peer.Connects();
        var former = await stack.Stack.ReadAsync();
        stack.Advance(TimeSpan.FromSeconds(2));
        stack.Peer("10.9.0.2:1000").Connects();
        var answer = StackAnswer.Of(await stack.Stack.ReadAsync());

        var absolute = await Written(new StatTable(answer, former: null), withZeros: false);
        Assert.Contains("connections: listen 1, established 2\n", absolute, StringComparison.Ordinal);
        Assert.Contains("listener 80=echo: hybrid, calm, half-open 0 of 16384, accept queue 0 of 4096\n", absolute, StringComparison.Ordinal);
        Assert.Contains("segments_in                                    4  TcpInSegs\n", absolute, StringComparison.Ordinal);
        Assert.DoesNotContain("resets_out", absolute, StringComparison.Ordinal);

        var increments = await Written(new StatTable(answer, former), withZeros: true);
        Assert.Contains("segments_in                                    2         1.0/s  TcpInSegs\n", increments, StringComparison.Ordinal);
        Assert.Contains("resets_out                                     0         0.0/s  TcpOutRsts\n", increments, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_a_trace_draw_the_ladder_piece_by_piece()
    {
        var stack = new LoneStack();
        stack.Listen(new ListenOptions { Port = 80, Name = "close", Protocol = new Close() });
        var peer = stack.Peer("10.9.0.1:1000");
        peer.Connects();
        peer.Sends(Segments.FinAck(seq: 1, ack: 2));
        var story = Assert.Single(await stack.Stack.ReadStoriesAsync());

        using var pieces = new StringWriter { NewLine = "\n" };
        var view = new TraceView(pieces, LadderStyle.Plain);
        foreach (var turn in Turns(story.History))
        {
            turn.ForEach(entry => view.Add(Line(story, entry, end: null)));
            view.Draw();
        }

        view.Add(Line(story, default, ConnectionEnd.Closed));
        AssertLines(
            pieces.ToString(),
            """

            connection 1: 10.9.0.1:1000 with 10.1.0.1:80 (close)
                          CLOSED │                                      │ LISTEN
              0.000     SYN-SENT ├── SYN seq 0 ────────────────────────►│ SYN-RECEIVED
              0.000              │◄────────────── SYN-ACK seq 0 ack 1 ──┤
              0.000  ESTABLISHED ├── ACK seq 1 ack 1 ──────────────────►│ ESTABLISHED
              0.000              │◄────────────── FIN-ACK seq 1 ack 1 ──┤ FIN-WAIT-1
              0.000   CLOSE-WAIT ├── FIN-ACK seq 1 ack 2 ──────────────►│ FIN-WAIT-2
                        LAST-ACK │                                      │ TIME-WAIT
              0.000       CLOSED │◄────────────────── ACK seq 2 ack 2 ──┤
                    closed by both sides
            """);
        Assert.Equal(1, view.Ended);
    }

    /// <summary>A turn begins with the arrival of a segment.</summary>
    private static List<List<HistoryEntry>> Turns(IReadOnlyList<HistoryEntry> history)
    {
        var turns = new List<List<HistoryEntry>>();
        foreach (var entry in history)
        {
            if (entry.Kind == HistoryEntryKind.SegmentIn)
            {
                turns.Add([]);
            }

            turns[^1].Add(entry);
        }

        return turns;
    }

    private static TraceLine Line(ConnectionStory story, HistoryEntry entry, ConnectionEnd? end) => TraceLine.Of(new Traced(story.Id, story.Tuple, story.Service, entry, end));

    private static async Task<string> Written(StatTable table, bool withZeros)
    {
        using var text = new StringWriter { NewLine = "\n" };
        await table.WriteAsync(text, _ => true, withZeros);
        return text.ToString();
    }

    private static string Written(SsTable table, params ConnectionReading[] connections)
    {
        using var text = new StringWriter { NewLine = "\n" };
        Array.ForEach(connections, table.Add);
        table.WriteAsync(text).Wait();
        return text.ToString();
    }

    private static void AssertLines(string written, string expected) => Assert.Equal(expected + "\n", written);
}
