using System.Net;
using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>What a listener decided, as often as it decided the same one after the other.</summary>
/// <param name="At">The last time, on the clock of the shards.</param>
/// <param name="Remote">About whom it was the last time; null where it was about nobody in particular.</param>
public sealed record Decision(ushort Port, Counter What, TimeSpan At, int Times, IPEndPoint? Remote)
{
    /// <summary>In a flood one decision would fill the list.</summary>
    /// <param name="events">The latest first.</param>
    internal static IReadOnlyList<Decision> InRuns(IEnumerable<(ushort Port, ListenerEvent Decided)> events)
    {
        var runs = new List<Decision>();
        foreach (var (port, decided) in events)
        {
            if (runs is [.., var run] && run.Port == port && run.What == decided.What)
            {
                runs[^1] = run with { Times = run.Times + 1 };
            }
            else
            {
                runs.Add(new Decision(port, decided.What, decided.At, 1, decided.Remote));
            }
        }

        return runs;
    }
}
