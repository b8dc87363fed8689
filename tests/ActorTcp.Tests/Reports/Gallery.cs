using ActorTcp.Reports;

namespace ActorTcp.Tests.Reports;

/// <summary>A report with every kind of figure, its numbers made by formulas but shaped as runs make them.</summary>
internal static class Gallery
{
    private static readonly string[] Policies = ["textbook", "recycle", "short-timer", "syn-cache", "cookies", "hybrid"];

    public static Report Report { get; } = new()
    {
        Title = "Six ways through a SYN flood",
        Summary = "2,000 timed connects for each policy, first in calm, then under 15,000 SYN/s from random addresses.",
        Conclusion =
            """
            Under the flood `hybrid`, `cookies` and `syn-cache` completed every connect, at most 1.3 times slower than in calm. `textbook` completed 4.1 %: its backlog was full for 30 s.

            The half-open table never held more than 1,024 entries; memory grew by 2.3 MiB.
            """,
        Command = "actortcp lab run lemon2002 --engine sim --rate 15000 --seed 42",
        Seed = 42,
        Checks =
        [
            new("hybrid completes ≥ 99.9 % of connects", true, "100 %"),
            new("p99 of hybrid ≤ 2 × idle", true, "1.3 × idle"),
            new("textbook completes ≥ 99.9 % of connects", false, "4.1 %"),
        ],
        Machine = [new("Processor", "2 × AMD EPYC 7B13"), new("Kernel", "Linux 6.12.0"), new("Runtime", ".NET 10.0.0"), new("Memory", "24 GiB")],
        Sections =
        [
            new("At a glance", "", [Tiles(), Summary()]),
            new("Who gets in, and when", "Each line says which share of the clients was connected after so long. The steps at 1 s, 3 s and 7 s are clients sending their SYN again.", [LatencyIdle(), LatencyFlooded(), LatencyOfAll()]),
            new("How much flood each policy bears", "The rate doubles from run to run.", [SuccessAgainstRate(), SlowestTenth()]),
            new("What the flood costs", "", [Occupancy(), Memory(), CpuPerSyn(), Compared()]),
            new("As the load tester saw it", "Steady injection at 20,000 connections per second for a minute.", [RateOverTime(), Percentiles(), Failures()]),
        ],
    };

    public static Facts Tiles() => new()
    {
        Title = "The run in four numbers",
        Tiles =
        [
            new("connects completed, hybrid", 1, Unit.Share) { Tone = Tone.Good, Note = "2,000 of 2,000" },
            new("connects completed, textbook", 0.041, Unit.Share) { Tone = Tone.Bad, Note = "82 of 2,000" },
            new("p99 of hybrid under the flood", 0.000612, Unit.Seconds) { Note = "idle: 471 µs" },
            new("flood", 15_000, Unit.PerSecond) { Note = "random sources" },
        ],
    };

    public static Table Summary() => new()
    {
        Title = "Connects under flood",
        Columns = [new("policy"), new("completed", Unit.Share, Better.More), new("p50", Unit.Seconds, Better.Less), new("p99", Unit.Seconds, Better.Less), new("to idle", Unit.Factor, Better.Less), new("half-open, most"), new("memory", Unit.Octets, Better.Less)],
        Rows =
        [
            ["textbook", 0.041, 3.02, 9.4, 19_957, 1_024, 88_211_456],
            ["recycle", 0.38, 1.01, 7.03, 14_925, 1_024, 88_211_456],
            ["short-timer", 0.21, 3.01, 7.1, 15_074, 1_024, 61_001_728],
            ["syn-cache", 1, 0.00021, 0.00058, 1.23, 15_360, 2_411_724],
            ["cookies", 1, 0.00019, 0.00055, 1.17, 0, 131_072],
            ["hybrid", 1, 0.00020, 0.000612, 1.3, 1_024, 1_310_720],
        ],
    };

    public static LineChart LatencyIdle() => Latency("Connect latency in calm", FigureWidth.Half, [.. Policies.Select(each => Distribution(each, 1, each))]);

    public static LineChart LatencyFlooded() => Latency("Connect latency under 15,000 SYN/s", FigureWidth.Half, [.. Policies.Select(each => Distribution(each, Completed(each), each))]);

    public static LineChart LatencyOfAll() => Latency("Both together", FigureWidth.Full,
    [
        .. Policies.Select(each => Distribution(each, Completed(each), each)),
        .. Policies.Select(each => Distribution(each + ", idle", 1, each) with { Stroke = Stroke.Dashed }),
    ]);

    public static LineChart SuccessAgainstRate() => new()
    {
        Title = "Clients that got in, against the rate of the flood",
        Caption = "The band is from the worst to the best of five seeds.",
        X = new("SYN of the flood", Unit.PerSecond, AxisScale.Log),
        Y = new("connects completed", Unit.Share) { From = 0, To = 1 },
        Series = [.. Policies.Select((each, index) => Success(each, new[] { 900.0, 4_000, 2_500, 400_000, 900_000, 700_000 }[index]))],
        Marks = [new("lemon2002", 15_000)],
    };

    public static BarChart SlowestTenth() => new()
    {
        Title = "p90 by policy, idle and flooded",
        Value = new("connect latency", Unit.Seconds, AxisScale.Log),
        Categories = Policies,
        Series =
        [
            new("idle", [0.00031, 0.00032, 0.0003, 0.00029, 0.00027, 0.00031]),
            new("flooded", [null, new(3.1) { Low = 1.02, High = 7.2 }, new(7.05) { Low = 3.01, High = 7.2 }, new(0.00038) { Low = 0.00033, High = 0.0005 }, 0.00035, new(0.00041) { Low = 0.00034, High = 0.00055 }]),
        ],
    };

    public static LineChart Occupancy() => new()
    {
        Title = "Half-open connections over time",
        Caption = "hybrid fills its table within a fifth of a second, then answers with cookies; textbook stays full until the timers fire.",
        X = new("time", Unit.Seconds),
        Y = new("half-open"),
        Series = [new("hybrid", Filled(1024, 0.2)) { Shape = LineShape.Area }, new("textbook", Filled(1024, 30)), new("syn-cache", Filled(700, 3))],
        Phases = [new("flood", 10, 40)],
        Marks = [new("limit", 1024, MarkDirection.Horizontal), new("calm again", 42.5)],
    };

    public static LineChart Memory() => new()
    {
        Title = "Memory",
        X = new("time", Unit.Seconds),
        Y = new("resident", Unit.Octets),
        Width = FigureWidth.Half,
        Series = [new("resident", [.. Times(60).Select(t => new Point(t, 41e6 + (t > 10 ? 2.3e6 * (1 - Math.Exp(10 - t)) : 0) + (0.2e6 * Math.Sin(t * 7))))]) { Shape = LineShape.Area }],
        Phases = [new("flood", 10, 40)],
    };

    public static BarChart CpuPerSyn() => new()
    {
        Title = "Processor time for each SYN",
        Value = new("time", Unit.Seconds),
        Width = FigureWidth.Half,
        Categories = [.. Policies, "bare C reflector"],
        Series = [new("per SYN", [0.0000032, 0.0000036, 0.0000033, 0.0000011, 0.00000078, 0.0000008, 0.00000061])],
        Marks = [new("one core at 1 M SYN/s", 0.000001)],
    };

    public static BarChart Compared() => new()
    {
        Title = "Beside the kernel, same flood, same run",
        Caption = "Error bars are from the worst to the best of five seeds.",
        Value = new("connects completed", Unit.Share) { From = 0, To = 1 },
        Categories = ["15,000 SYN/s", "100,000 SYN/s", "400,000 SYN/s"],
        Series =
        [
            new("ActorTcp, hybrid", [1, new(0.998) { Low = 0.991, High = 1 }, new(0.981) { Low = 0.95, High = 0.99 }]),
            new("Linux, cookies on", [1, new(0.97) { Low = 0.95, High = 0.98 }, new(0.71) { Low = 0.6, High = 0.79 }]),
            new("Linux, cookies off", [new(0.12) { Low = 0.06, High = 0.2 }, 0.01, 0]),
        ],
    };

    public static LineChart RateOverTime() => new()
    {
        Title = "Connections per second",
        X = new("time", Unit.Seconds),
        Y = new("connections", Unit.PerSecond),
        Series =
        [
            new("wanted", [.. Times(60).Select(t => new Point(t, Math.Min(20_000, t * 2_000)))]) { IsReference = true, Stroke = Stroke.Dashed },
            new("opened", [.. Times(60).Select(t => new Point(t, Math.Min(t * 2_000, t is > 31 and < 34 ? double.NaN : 19_600 + (380 * Math.Sin(t * 3)))))]),
            new("failed", [.. Times(60).Select(t => new Point(t, t > 34 && t < 37 ? 2_400 - ((t - 34) * 800) : 0))]),
        ],
        Marks = [new("server restarted", 31)],
    };

    public static LineChart Percentiles() => new()
    {
        Title = "Latency over time",
        X = new("time", Unit.Seconds),
        Y = new("SYN → ESTABLISHED", Unit.Seconds, AxisScale.Log),
        Width = FigureWidth.Half,
        Series = [Percentile("p50", 0.00018), Percentile("p99", 0.0009), Percentile("p99.9", 0.004), Percentile("max", 0.02)],
    };

    public static Table Failures() => new()
    {
        Title = "Failures by cause",
        Width = FigureWidth.Half,
        Columns = [new("cause"), new("connections"), new("share", Unit.Share)],
        Rows = [["none", 1_181_204, 0.9971], ["timeout", 2_911, 0.00246], ["reset", 483, 0.00041], ["ICMP unreachable", 0, 0], ["port exhausted", new Cell(), new Cell()]],
    };

    private static LineChart Latency(string title, FigureWidth width, Series[] series) => new()
    {
        Title = title,
        Width = width,
        X = new("connect latency", Unit.Seconds, AxisScale.Log) { From = 50e-6, To = 10 },
        Y = new("share of clients", Unit.Share) { From = 0, To = 1 },
        Series = series,
        Marks = [new("SYN again", 1)],
    };

    private static double Completed(string policy) => policy switch { "textbook" => 0.041, "recycle" => 0.38, "short-timer" => 0.21, _ => 1 };

    /// <summary>Those who get in at once, and those who succeed with their second, third and fourth SYN.</summary>
    private static Series Distribution(string name, double completed, string policy)
    {
        var scale = 0.00015 * (1 + (0.07 * Array.IndexOf(Policies, policy)));
        var points = new List<Point>();
        double[] begins = [0, 1, 3, 7];
        for (var k = 0; k < 500; k++)
        {
            var part = completed < 1 ? 4 * k / 500 : 0;
            var within = completed < 1 ? (k % 125 / 125.0) + 0.004 : (k + 1) / 500.0;
            points.Add(new(begins[part] + (scale * (0.6 - (0.5 * Math.Log(Math.Max(1 - within, 0.001))))), completed * (k + 1) / 500));
        }

        return new(name, points) { Shape = LineShape.Steps, Family = policy };
    }

    private static Series Success(string policy, double half)
    {
        double[] rates = [500, 1_000, 2_000, 4_000, 8_000, 16_000, 32_000, 64_000, 128_000, 256_000, 512_000];
        double Share(double rate) => 1 / (1 + Math.Pow(rate / half, 2.2));
        return new(policy, [.. rates.Select(rate => new Point(rate, Share(rate)))])
        {
            Band = [.. rates.Select(rate => new Spread(rate, Share(rate * 1.25), Share(rate / 1.25)))],
        };
    }

    private static Series Percentile(string name, double level) => new(name, [.. Times(60).Select(t => new Point(t, level * (1 + (0.2 * Math.Sin(t * 1.7)) + (t is > 31 and < 35 ? 6 : 0))))]);

    private static List<Point> Filled(double most, double seconds) => [.. Times(60).Select(t => new Point(t, t switch
    {
        < 10 => 3 + (2 * Math.Sin(t)),
        < 40 => most * Math.Min(1, (t - 10) / Math.Min(seconds, 2)),
        _ => Math.Max(3, most * (1 - ((t - 40) / Math.Max(2, seconds / 3)))),
    }))];

    private static IEnumerable<double> Times(double seconds) => Enumerable.Range(0, (int)(seconds * 4) + 1).Select(k => k / 4.0);
}
