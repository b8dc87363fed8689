using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>Makes steps of a history: what a segment causes belongs to its arrival, what a call causes to the segment that it sends.</summary>
internal static class LadderSteps
{
    public static List<LadderStep> Of(LadderEnd end)
    {
        var steps = new List<LadderStep>();
        for (var i = 0; i < end.History.Count; i++)
        {
            if (end.Forgotten > 0 && i == ConnectionHistory.Beginning)
            {
                Remark(steps, end.History[i] with { Kind = HistoryEntryKind.Signal }, $"{end.Forgotten} events are not kept");
            }

            Add(steps, end.History[i]);
        }

        return steps;
    }

    /// <summary>The state in which the history finds the end.</summary>
    public static TcpState Before(LadderEnd end) => end.History.FirstOrDefault(entry => entry.Kind == HistoryEntryKind.StateChanged).From;

    private static void Add(List<LadderStep> steps, HistoryEntry entry)
    {
        switch (entry.Kind)
        {
            case HistoryEntryKind.SegmentIn:
                steps.Add(new LadderStep(entry));
                break;
            case HistoryEntryKind.SegmentOut:
                Cause(steps, entry).Send(in entry);
                break;
            case HistoryEntryKind.StateChanged when IsArrival(entry.Cause) && Arrival(steps, entry.At) is { } arrival:
                arrival.States.Add(entry.To);
                break;
            case HistoryEntryKind.StateChanged:
                var moved = new LadderStep(entry);
                moved.States.Add(entry.To);
                moved.Remark(entry is { From: TcpState.Listen, Cause: Protocol.Cause.SynArrives } ? "its SYN was not kept" : LadderWords.Of(entry.Cause));
                steps.Add(moved);
                break;
            case HistoryEntryKind.Signal when LadderWords.Of(entry.Signal) is { Length: > 0 } words:
                Remark(steps, entry, words);
                break;
        }
    }

    /// <summary>What has just happened and made this end send the segment.</summary>
    private static LadderStep Cause(List<LadderStep> steps, in HistoryEntry sent)
    {
        if (steps is [.., { Receives: false, Sends: false } call] && call.At == sent.At)
        {
            return call;
        }

        steps.Add(new LadderStep(sent));
        return steps[^1];
    }

    private static LadderStep? Arrival(List<LadderStep> steps, TimeSpan at) => steps.FindLast(step => step.Receives && step.At == at);

    private static void Remark(List<LadderStep> steps, in HistoryEntry entry, string words)
    {
        if (steps.Count == 0 || steps[^1].At != entry.At)
        {
            steps.Add(new LadderStep(entry));
        }

        steps[^1].Remark(words);
    }

    private static bool IsArrival(Cause cause) => cause
        is Protocol.Cause.SynArrives or Protocol.Cause.SynAckArrives or Protocol.Cause.AckOfSynArrives
        or Protocol.Cause.FinArrives or Protocol.Cause.AckOfFinArrives
        or Protocol.Cause.ResetArrives or Protocol.Cause.TextAfterClose or Protocol.Cause.Reopen;
}
