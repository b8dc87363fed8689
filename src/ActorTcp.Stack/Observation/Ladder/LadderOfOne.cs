using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>A ladder from the history of one end: the other one's states are inferred.</summary>
internal static class LadderOfOne
{
    private static readonly LadderEnd Silent = new("", []);

    public static List<LadderRung> Draw(LadderEnd ours, bool isLeft)
    {
        var origins = ours.BeginsAtFinalAck ? LadderOrigins.OfFinalAck(ours) : isLeft ? LadderOrigins.Of(ours, Silent) : LadderOrigins.Of(Silent, ours);
        var peer = new LadderPeer(ours, isLeft ? origins.Right : origins.Left);
        var (here, there) = (LadderSteps.Before(ours), peer.State);
        var beginning = LadderRung.Beginning(ours.History is [var first, ..] ? first.At : default, isLeft ? here : there, isLeft ? there : here);
        return [beginning, .. LadderSteps.Of(ours).Select(step => Rung(step, isLeft, peer, origins))];
    }

    private static LadderRung Rung(LadderStep step, bool isLeft, LadderPeer peer, LadderOrigins origins)
    {
        var toRight = step.Sends == isLeft;
        IReadOnlyList<TcpState> theirs = step.Receives ? peer.Sends(step.Entry) : step.Sends ? peer.Receives(step.Entry) : [];
        return new LadderRung
        {
            At = step.At,
            Segment = step.Sends || step.Receives ? origins.Number(step.Entry, toRight) : null,
            Entry = step.Sends || step.Receives ? step.Entry : null,
            ToRight = toRight,
            Left = isLeft ? step.States : theirs,
            Right = isLeft ? theirs : step.States,
            Note = step.Note,
        };
    }
}
