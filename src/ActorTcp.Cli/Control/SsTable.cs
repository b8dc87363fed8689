using System.Globalization;
using System.Text;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>Connections in the columns of ss(8).</summary>
internal sealed class SsTable(bool withTimer, bool withInfo, bool withMemory)
{
    private readonly List<(string[] Cells, string Below)> _rows = [(["State", "Recv-Q", "Send-Q", "Local Address:Port", "Peer Address:Port", ""], "")];

    public void Add(ListenerReading listener)
    {
        foreach (var prefix in listener.Prefixes)
        {
            var isV6 = prefix.BaseAddress.AddressFamily == System.Net.Sockets.AddressFamily.InterNetworkV6;
            var addresses = prefix.PrefixLength == 0 ? (isV6 ? "[::]" : "0.0.0.0") : isV6 ? $"[{prefix}]" : $"{prefix}";
            var port = listener.Port == 0 ? "*" : Text(listener.Port);
            var info = withInfo
                ? $"service:{listener.Service ?? "-"} policy:{Kebab(listener.Policy.ToString())} pressure:{Kebab(listener.Pressure.ToString())} halfopen:{listener.HalfOpen}/{listener.HalfOpenLimit} syncache:{listener.SynCache}"
                : "";
            _rows.Add(([StateNames.Of(TcpState.Listen), Text(listener.AcceptQueue), Text(listener.Backlog), $"{addresses}:{port}", isV6 ? "[::]:*" : "0.0.0.0:*", ""], info));
        }
    }

    public void Add(ConnectionReading connection) => _rows.Add((
        [
            StateNames.Of(connection.State),
            Text(connection.ReceiveQueue),
            Text(connection.SendQueue),
            connection.Local.ToString(),
            connection.Remote.ToString(),
            string.Join(' ', new[] { withTimer ? TimerOf(connection) : "", withMemory ? $"mem:(r{connection.ReceiveMemory},t{connection.SendMemory})" : "" }.Where(cell => cell.Length > 0)),
        ],
        withInfo ? InfoOf(connection) : ""));

    public async Task WriteAsync(TextWriter output)
    {
        var widths = Enumerable.Range(0, _rows[0].Cells.Length).Select(column => _rows.Max(row => row.Cells[column].Length)).ToArray();
        foreach (var (cells, below) in _rows)
        {
            var line = cells.Select((cell, column) => column is 1 or 2 ? cell.PadLeft(widths[column]) : cell.PadRight(widths[column]));
            await output.WriteLineAsync(string.Join(' ', line).TrimEnd());
            await output.WriteAsync(below.Length > 0 ? $"\t {below}\n" : "");
        }
    }

    /// <summary>As <c>timer:(NAME,LEFT,RETRANSMISSIONS)</c> of ss -o.</summary>
    private static string TimerOf(ConnectionReading connection) =>
        connection.Timer is { } timer ? $"timer:({timer},{Left(connection.TimerDue)},{connection.Retransmissions})" : "";

    private static string Left(TimeSpan time) => time switch
    {
        { TotalSeconds: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{Math.Max(time.TotalMilliseconds, 0):0}ms"),
        { TotalMinutes: < 1 } => string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:0.#}sec"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{(int)time.TotalMinutes}min{time.Seconds}sec"),
    };

    private static string InfoOf(ConnectionReading connection)
    {
        var info = new StringBuilder();
        Add(info, connection.Id is { } id ? $"id:{id}" : "");
        Add(info, connection.Service is { } service ? $"service:{service}" : "");
        Add(info, connection.HasTimestamps ? "ts" : "");
        Add(info, connection.HasSelectiveAck ? "sack" : "");
        Add(info, connection.HasEcn ? "ecn" : "");
        Add(info, connection.SendWindowScale is { } scale ? $"wscale:{scale},{connection.ReceiveWindowScale}" : "");
        Add(info, connection.Id is null ? "" : $"rto:{Milliseconds(connection.RetransmissionTimeout)}");
        Add(info, connection.RoundTrip is { } rtt ? $"rtt:{Milliseconds(rtt)}/{Milliseconds(connection.RoundTripVariation)}" : "");
        Add(info, connection.SegmentSize > 0 ? $"mss:{connection.SegmentSize}" : "");
        Add(info, connection.CongestionWindow > 0 ? $"cwnd:{connection.CongestionWindow}" : "");
        Add(info, connection.SlowStartThreshold is { } threshold ? $"ssthresh:{threshold}" : "");
        Add(info, connection.Id is null ? "" : $"snd_wnd:{connection.SendWindow} rcv_wnd:{connection.ReceiveWindow}");
        Add(info, connection.Age is { } age ? string.Create(CultureInfo.InvariantCulture, $"age:{age.TotalSeconds:0.###}s") : "");
        return info.ToString();
    }

    private static void Add(StringBuilder info, string word) => info.Append(info.Length > 0 && word.Length > 0 ? " " : "").Append(word);

    private static string Milliseconds(TimeSpan time) => time.TotalMilliseconds.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Kebab(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);
}
