using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>Where a conversation's ladder is cut for the tour.</summary>
internal static class ConversationParts
{
    /// <summary>Up to the moment at which the server is established.</summary>
    public static Ladder Handshake(this Ladder whole) => whole with { Rungs = [.. whole.Rungs.Take(IndexOfEstablished(whole) + 1)] };

    /// <summary>From there to the first FIN.</summary>
    public static Ladder Text(this Ladder whole)
    {
        var begin = IndexOfEstablished(whole) + 1;
        return whole with { Rungs = [.. whole.Rungs.Take(IndexOfFin(whole)).Skip(begin)] };
    }

    /// <summary>From the first FIN on.</summary>
    public static Ladder Teardown(this Ladder whole) => whole with { Rungs = [.. whole.Rungs.Skip(IndexOfFin(whole))] };

    private static int IndexOfEstablished(Ladder whole) => Index(whole, rung => rung.Right.Contains(TcpState.Established));

    private static int IndexOfFin(Ladder whole) => Index(whole, rung => rung.Segment is { HasFin: true });

    private static int Index(Ladder whole, Predicate<LadderRung> condition) => whole.Rungs.ToList().FindIndex(condition);
}
