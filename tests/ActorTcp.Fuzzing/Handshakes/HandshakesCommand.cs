using System.CommandLine;
using System.Diagnostics;

namespace ActorTcp.Fuzzing;

/// <summary><c>tests/fuzz handshakes</c>: connections over a bad network open, talk and close, and both ends agree on how.</summary>
internal sealed class HandshakesCommand : Command
{
    private static readonly Option<int> Handshakes = RunOptions.Count("handshakes", 1_000_000);

    public HandshakesCommand()
        : base("handshakes", "Connections over a virtual network that loses, repeats and reorders a tenth of all packets each.")
    {
        Add(RunOptions.Seed);
        Add(Handshakes);
        SetAction(Run);
    }

    private static int Run(ParseResult parsed)
    {
        var (seed, wanted) = (parsed.GetValue(RunOptions.Seed), parsed.GetValue(Handshakes));
        var began = Stopwatch.GetTimestamp();
        var (packets, lost, virtualTime) = (0L, 0L, TimeSpan.Zero);
        for (var done = 0; done < wanted; done += HandshakeRound.Length, seed++)
        {
            var round = new HandshakeRound(seed, Math.Min(HandshakeRound.Length, wanted - done));
            if (round.Run() is { Count: > 0 } disagreements)
            {
                Console.WriteLine($"seed {seed}: {string.Join("; ", disagreements.Take(10))}");
                return 1;
            }

            packets += round.Network.PacketsSent;
            lost += round.Network.PacketsLost;
            virtualTime += round.Network.Now;
        }

        Console.WriteLine(FormattableString.Invariant(
            $"{wanted:#,0} connections opened and closed with {packets:#,0} packets, {lost:#,0} of them lost, in {virtualTime.TotalHours:0.0} virtual hours and {Stopwatch.GetElapsedTime(began).TotalSeconds:0} s; both ends agree on each, nothing left"));
        return 0;
    }
}
