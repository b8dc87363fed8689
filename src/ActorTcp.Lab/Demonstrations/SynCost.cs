using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>What one SYN of a stranger makes a server allocate, as measured.</summary>
/// <param name="Policy">How the server treats it; under hybrid as long as there is room.</param>
/// <param name="Objects">Octets of objects: the connection with its variables.</param>
/// <param name="Buffers">Octets of buffers.</param>
internal sealed record SynCost(HalfOpenPolicy Policy, long Objects, long Buffers)
{
    /// <summary>One for each policy.</summary>
    public static IReadOnlyList<SynCost> Measure() => [.. Enum.GetValues<HalfOpenPolicy>().Select(Of)];

    /// <summary>The SYN after some others: what is made only once shall not be counted.</summary>
    private static SynCost Of(HalfOpenPolicy policy)
    {
        const int Rehearsals = 40;
        var link = new VirtualLink { Fate = _ => TimeSpan.Zero };
        var device = new MeasuringDevice(link.Right);
        var stack = link.Attach(device, new TcpStackOptions { KeepHistory = false, Time = link.Clock });
        device.Watch(stack);
        link.Listen(stack, new Guest(), halfOpenLimit: 1024, policy);
        for (var i = 0; i <= Rehearsals; i++)
        {
            link.Send(link.Right, ForgedSyn.From(new IPEndPoint(new IPAddress([192, 0, 2, (byte)i]), 4000)));
            link.RunUntil(link.Clock.Now + VirtualLink.Delay);
        }

        var cost = device.Costs[^1];
        var buffers = cost.Lent - cost.LentBefore;
        return new SynCost(policy, cost.Allocated - buffers, buffers);
    }
}
