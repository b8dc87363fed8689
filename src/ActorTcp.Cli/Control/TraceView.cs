using System.Globalization;
using ActorTcp.Control;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>Draws the ladders of many connections piece by piece; a heading says whose piece it is.</summary>
internal sealed class TraceView(TextWriter output, LadderStyle style)
{
    /// <summary>Entries of one connection that are drawn at most: ladders are for handshakes, not for bulk.</summary>
    private const int MostEntries = 400;

    private readonly Dictionary<long, TracedConnection> _connections = [];
    private readonly LadderWriter _writer = new(output, style);
    private long _headed;

    /// <summary>Connections that have ended.</summary>
    public int Ended { get; private set; }

    public void Add(TraceLine line)
    {
        if (!_connections.TryGetValue(line.Id, out var connection))
        {
            _connections.Add(line.Id, connection = new TracedConnection(line));
        }

        if (line.End is { } end)
        {
            Draw(connection);
            Head(connection);
            output.WriteLine(Faint($"        {Words(end)}{(connection.Left > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {connection.Left} events were not drawn") : "")}"));
            _connections.Remove(line.Id);
            Ended++;
        }
        else if (connection.Entries.Count < MostEntries)
        {
            connection.Entries.Add(line.ToEntry());
        }
        else
        {
            connection.Left++;
        }
    }

    /// <summary>Draws what has been added since it was called last.</summary>
    public void Draw()
    {
        foreach (var connection in _connections.Values)
        {
            Draw(connection);
        }
    }

    private void Draw(TracedConnection connection)
    {
        if (connection.Entries.Count == connection.DrawnEntries)
        {
            return;
        }

        connection.DrawnEntries = connection.Entries.Count;
        var ladder = Ladder.Of(new LadderEnd($"actortcp\n{connection.First.Local}", connection.Entries), $"peer\n{connection.First.Remote}");
        if (connection.NotDrawn(ladder) is { Count: > 0 } rungs)
        {
            Head(connection);
            _writer.WriteRungs(ladder with { Rungs = rungs }, inMilliseconds: true);
        }
    }

    private void Head(TracedConnection connection)
    {
        var first = connection.First;
        if (_headed != first.Id)
        {
            _headed = first.Id;
            var line = $"connection {first.Id.ToString(CultureInfo.InvariantCulture)}: {first.Remote} with {first.Local}{(first.Service is { } service ? $" ({service})" : "")}";
            output.WriteLine();
            output.WriteLine(style.Colours ? $"\e[1m{line}\e[0m" : line);
        }
    }

    private string Faint(string text) => style.Colours ? $"\e[{(int)LadderColour.Faint}m{text}\e[0m" : text;

    private static string Words(ConnectionEnd end) => end switch
    {
        ConnectionEnd.Closed => "closed by both sides",
        ConnectionEnd.Reset => "reset by the peer",
        ConnectionEnd.Refused => "refused by the peer",
        ConnectionEnd.TimedOut => "timed out",
        ConnectionEnd.Unreachable => "the peer cannot be reached",
        ConnectionEnd.Aborted => "aborted by this side",
        ConnectionEnd.Failed => "failed on this side",
    };
}
