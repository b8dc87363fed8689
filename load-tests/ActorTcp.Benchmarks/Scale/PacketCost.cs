using System.Globalization;
using ActorTcp.Wire;

namespace ActorTcp.Benchmarks;

/// <summary>What a packet costs when it is for any of so many connections: the rounds of the different crowds take turns.</summary>
internal static class PacketCost
{
    private const int Packets = 4_096;
    private const int Rounds = 150;
    private const int Warming = 50;
    private static readonly int[] Sizes = [1_000, 10_000, 100_000];
    private static readonly byte[] OneOctet = [42];

    /// <param name="million">The largest crowd, whose connections stand already.</param>
    public static IEnumerable<Figure> Measure(Crowd million)
    {
        Crowd[] crowds = [.. Sizes.Where(size => size < million.Size).Select(Connected), million];
        var random = new Random(1);
        var acks = crowds.ToDictionary(crowd => crowd, _ => new List<Cost>());
        var echoes = crowds.ToDictionary(crowd => crowd, _ => new List<Cost>());
        for (var round = 0; round < Warming + Rounds; round++)
        {
            foreach (var crowd in crowds)
            {
                var ack = crowd.Measure(() => Acknowledge(crowd, random));
                var echo = crowd.Measure(() => Speak(crowd, random));
                if (round >= Warming)
                {
                    acks[crowd].Add(ack);
                    echoes[crowd].Add(echo);
                }
            }
        }

        foreach (var crowd in crowds)
        {
            var aim = crowd.Size == Sizes[0] ? "≤ 150" : null;
            yield return new Figure($"pure ACK, {Name(crowd)}", Nanoseconds(acks[crowd]), "ns", aim);
        }

        yield return new Figure("… the most against the fewest", Ratio(crowds, acks), "×", "≤ 1.25");
        foreach (var crowd in crowds)
        {
            yield return new Figure($"one octet, its echo and the ACK of that, {Name(crowd)}", Nanoseconds(echoes[crowd]), "ns");
        }

        yield return new Figure("… the most against the fewest", Ratio(crowds, echoes), "×", "≤ 1.25");
        yield return new Figure("allocated for each segment, the most of all these", acks.Concat(echoes).Max(of => of.Value.Average(cost => cost.Allocated)) / Packets, "octets", "0");
    }

    private static Crowd Connected(int size)
    {
        var crowd = new Crowd(size, Crowd.EchoPort, TimeProvider.System);
        crowd.Connect(0, size);
        return crowd;
    }

    private static void Acknowledge(Crowd crowd, Random random)
    {
        for (var i = 0; i < Packets; i++)
        {
            crowd.Send(random.Next(crowd.Size), ControlBits.Ack);
        }
    }

    /// <summary>Each of a batch of peers sends an octet, and then acknowledges the echo.</summary>
    private static void Speak(Crowd crowd, Random random)
    {
        Span<int> peers = stackalloc int[BatchDevice.Most];
        for (var i = 0; i < Packets; i += peers.Length)
        {
            foreach (ref var peer in peers)
            {
                peer = random.Next(crowd.Size);
                crowd.Send(peer, ControlBits.Ack | ControlBits.Psh, OneOctet);
            }

            foreach (var peer in peers)
            {
                crowd.Send(peer, ControlBits.Ack);
            }
        }
    }

    private static string Name(Crowd crowd) => string.Create(CultureInfo.InvariantCulture, $"{crowd.Size:N0} connections");

    private static double Nanoseconds(List<Cost> costs) => Cost.Median(costs).TotalNanoseconds / Packets;

    private static double Ratio(Crowd[] crowds, Dictionary<Crowd, List<Cost>> costs) => Nanoseconds(costs[crowds[^1]]) / Nanoseconds(costs[crowds[0]]);
}
