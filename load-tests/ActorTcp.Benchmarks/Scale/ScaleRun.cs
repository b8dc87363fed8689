using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using ActorTcp.Testing;

namespace ActorTcp.Benchmarks;

/// <summary>`scale [--connections N] [--only PART] [--json FILE]`: what a shard does with a million connections, in memory.</summary>
internal static class ScaleRun
{
    /// <summary>A small heap is collected at once, never in the background.</summary>
    private const int FewestForStalls = 100_000;

    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly (string Name, Func<int, IEnumerable<Figure>> Measure)[] Parts =
    [
        ("handshakes", _ => Handshakes.Measure()),
        ("history", WithHistory),
        ("standing", Standing),
        ("storms", AtOnce),
        ("time-wait", Storms.TimeWaits),
        ("flood", _ => Floods.Measure()),
    ];

    public static void Run(string[] args)
    {
        var (size, file, parts) = (1_000_000, (string?)null, Parts);
        for (; args is [var option, var value, .. var rest]; args = rest)
        {
            switch (option)
            {
                case "--connections" when int.TryParse(value, NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var number) && number is >= 1_000 and <= 1_000_000:
                    size = number;
                    break;
                case "--only" when Parts.Any(part => part.Name == value): parts = [.. Parts.Where(part => part.Name == value)]; break;
                case "--json": file = value; break;
                default: throw new ArgumentException($"{option} {value}: --connections takes 1,000 to 1,000,000, --only one of {string.Join(", ", Parts.Select(part => part.Name))}, --json a file.");
            }
        }

        Console.WriteLine($"One shard, peers in memory, packets in batches of {BatchDevice.Most} at most; processor time of its thread.");
        Console.WriteLine("| | | | aim |\n|---|--:|---|--:|");
        var figures = new List<Figure>();
        foreach (var (_, measure) in parts)
        {
            Show(measure, size, figures);
        }

        if (file is not null)
        {
            File.WriteAllText(file, JsonSerializer.Serialize(figures, Readable) + "\n");
        }
    }

    /// <summary>A frame of its own for each part, so that its crowd is garbage when the next part counts octets.</summary>
    private static void Show(Func<int, IEnumerable<Figure>> measure, int size, List<Figure> figures)
    {
        foreach (var figure in measure(size))
        {
            figures.Add(figure);
            Console.WriteLine($"| {figure.What} | {Text(figure.Value)} | {figure.Unit} | {figure.Aim} |");
        }
    }

    private static IEnumerable<Figure> WithHistory(int size) =>
        [new Figure("an idle connection with history, of a tenth of them", IdleMemory.Connect(size / 10, TimeProvider.System, keepHistory: true).Octets, "octets")];

    private static IEnumerable<Figure> Standing(int size)
    {
        IdleMemory.Connect(size / 10, TimeProvider.System);   // so that the just-in-time compiler is through
        var (crowd, octets, opening) = IdleMemory.Connect(size, TimeProvider.System);
        yield return new Figure(string.Create(CultureInfo.InvariantCulture, $"an idle connection without history, of {size:N0}"), octets, "octets", "≤ 512");
        yield return new Figure("… to open it", opening.Time.TotalNanoseconds / size, "ns");
        yield return new Figure("… longest round meanwhile", opening.LongestRound.TotalMilliseconds, "ms", "≤ 10");
        yield return new Figure("… of those without a collection, in which the table grows", opening.LongestCalm.TotalMilliseconds, "ms", "≤ 2");
        foreach (var figure in PacketCost.Measure(crowd).Concat(size >= FewestForStalls ? Stalls.Measure() : []))
        {
            yield return figure;
        }

        GC.KeepAlive(crowd);
    }

    private static IEnumerable<Figure> AtOnce(int size)
    {
        var clock = new ManualTimeProvider();
        var (crowd, _, _) = IdleMemory.Connect(size, clock);
        return Storms.Timers(crowd, clock).Concat(Storms.MassClose(crowd));
    }

    private static string Text(double value) => value.ToString(value is > -100 and < 100 && value != Math.Floor(value) ? "F2" : "N0", CultureInfo.InvariantCulture);
}
