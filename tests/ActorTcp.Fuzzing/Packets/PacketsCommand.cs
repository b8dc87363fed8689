using System.CommandLine;
using System.Diagnostics;

namespace ActorTcp.Fuzzing;

/// <summary><c>tests/fuzz packets</c>: a stack bears whatever packets arrive, and gives back all that it took.</summary>
internal sealed class PacketsCommand : Command
{
    private static readonly Option<int> Packets = RunOptions.Count("packets", 10_000_000);

    public PacketsCommand()
        : base("packets", "Hostile packets against a stack with listeners and clients; afterwards nothing may be left.")
    {
        Add(RunOptions.Seed);
        Add(Packets);
        SetAction(Run);
    }

    private static int Run(ParseResult parsed)
    {
        var (seed, wanted) = (parsed.GetValue(RunOptions.Seed), parsed.GetValue(Packets));
        var began = Stopwatch.GetTimestamp();
        var total = new PacketTally();
        for (var done = 0; done < wanted; done += PacketSiege.Length, seed++)
        {
            var siege = new PacketSiege(seed);
            siege.Run(Math.Min(PacketSiege.Length, wanted - done));
            total.Add(siege.Tally);
            if (siege.Leftovers() is { Count: > 0 } leftovers)
            {
                Console.WriteLine($"seed {seed}: {string.Join("; ", leftovers)}");
                return 1;
            }
        }

        Console.WriteLine($"{total} in {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; no exception, nothing left");
        return 0;
    }
}
