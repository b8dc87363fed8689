using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Benchmarks;

/// <summary>What a SYN costs when it is one of many that nobody stands behind: the defences take turns.</summary>
internal static class Floods
{
    private const int Syns = 4_096;
    private const int Rounds = 60;
    private const int Warming = 30;
    private const OptionKinds OfAGenerator = OptionKinds.Mss;
    private const OptionKinds OfAClient = OptionKinds.Mss | OptionKinds.SackPermitted | OptionKinds.Timestamps | OptionKinds.WindowScale;

    private static readonly (string What, ListenLimits Limits, OptionKinds Offered)[] Defences =
    [
        ("cookies", Limits(HalfOpenPolicy.Cookies), OfAGenerator),
        ("cookies, each SYN with all options of a client", Limits(HalfOpenPolicy.Cookies), OfAClient),
        ("cookies, behind budgets for sources", Limits(HalfOpenPolicy.Cookies) with { Budgets = new SynBudgets() }, OfAGenerator),
        ("SYN cache of a million places, most of them free", Limits(HalfOpenPolicy.SynCache, limit: 1 << 20), OfAGenerator),
        ("SYN cache of 65,536, overflowing", Limits(HalfOpenPolicy.SynCache), OfAGenerator),
        ("SYN cache of 65,536, overflowing, all options", Limits(HalfOpenPolicy.SynCache), OfAClient),
        ("hybrid, over its limit", Limits(HalfOpenPolicy.Hybrid), OfAGenerator),
        ("recycle, over its limit", Limits(HalfOpenPolicy.Recycle), OfAGenerator),
        ("short timer, over its limit", Limits(HalfOpenPolicy.ShortTimer), OfAGenerator),
        ("textbook, over its limit", Limits(HalfOpenPolicy.Textbook), OfAGenerator),
    ];

    public static IEnumerable<Figure> Measure()
    {
        Flood[] floods = [.. Defences.Select(defence => new Flood(defence.Limits, defence.Offered))];
        var costs = floods.ToDictionary(flood => flood, _ => new List<Cost>());
        for (var round = 0; round < Warming + Rounds; round++)
        {
            foreach (var flood in floods)
            {
                var cost = flood.Send(Syns);
                if (round >= Warming)
                {
                    costs[flood].Add(cost);
                }
            }
        }

        foreach (var (defence, flood) in Defences.Zip(floods))
        {
            var answered = costs[flood].Average(cost => cost.Answers) / Syns;
            yield return new Figure($"a SYN of a flood: {defence.What}", Cost.Median(costs[flood]).TotalNanoseconds / Syns, answered > 0.99 ? "ns" : "ns, dropped");
        }

        yield return new Figure("… allocated for each, the most of those that keep no connection",
            Defences.Zip(floods).Where(each => each.First.Limits.Policy is HalfOpenPolicy.Cookies or HalfOpenPolicy.SynCache or HalfOpenPolicy.Hybrid)
                .Max(each => costs[each.Second].Average(cost => cost.Allocated)) / Syns, "octets", "0");
    }

    private static ListenLimits Limits(HalfOpenPolicy policy, int limit = 1 << 16) => new() { Policy = policy, HalfOpenLimit = limit };
}
