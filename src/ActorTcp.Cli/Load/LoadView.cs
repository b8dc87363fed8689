using System.Globalization;
using ActorTcp.Lab;
using ActorTcp.Reports;
using Measured = ActorTcp.Reports.Quantity;

namespace ActorTcp.Cli;

/// <summary>A load while it runs: rewritten in place on a terminal, a line each second elsewhere.</summary>
internal sealed class LoadView(TextWriter output, bool isTerminal)
{
    private const int SparkSeconds = 60;
    private const string Blocks = "▁▂▃▄▅▆▇█";

    private readonly Queue<long> _rates = [];
    private long _connected;
    private long _failed;
    private bool _hasDrawn;

    public void Show(LoadSecond second)
    {
        _connected += second.Connected;
        _failed += second.Failed;
        _rates.Enqueue(second.Connected);
        if (_rates.Count > SparkSeconds)
        {
            _rates.Dequeue();
        }

        output.Write(isTerminal ? InPlace(second) : Line(second) + '\n');
        output.Flush();
        _hasDrawn = true;
    }

    private static string Line(LoadSecond second) => string.Create(CultureInfo.InvariantCulture,
        $"{second.Second + 1,4} s  {second.Connected,7}/s  open {second.Open,7}  failed {second.Failed,5}  connect p50 {Time(second, 50),7}  p99 {Time(second, 99),7}  max {Time(second, 100),7}");

    private static string Time(LoadSecond second, double percent) => second.Connect.Count == 0 ? "–" : LoadFindings.Text(second.Connect, percent);

    private string InPlace(LoadSecond second) =>
        $"{(_hasDrawn ? "\e[3F" : "")}{Line(second)}\e[K\n      {Measured.Text(_connected, Unit.Count)} connected, {Measured.Text(_failed, Unit.Count)} failed\e[K\n      {Spark()}\e[K\n";

    /// <summary>Connections per second of the last minute, the most as the highest block.</summary>
    private string Spark()
    {
        var most = Math.Max(_rates.Max(), 1);
        return string.Concat(_rates.Select(rate => Blocks[(int)(rate * (Blocks.Length - 1) / most)])) + $" {Measured.Text(_rates.Max(), Unit.PerSecond)} at most";
    }
}
