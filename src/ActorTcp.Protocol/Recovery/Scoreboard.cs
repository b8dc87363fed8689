using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 6675 §4: what the blocks that the peer has reported say about the octets between them.</summary>
internal static class Scoreboard
{
    /// <summary>IsLost(): whether enough was received beyond this octet to take it for lost.</summary>
    public static bool IsLost(Tcb tcb, SeqNum seq)
    {
        uint octets = 0;
        var blocks = 0;
        foreach (var block in Blocks(tcb))
        {
            if (block.Left > seq)
            {
                octets += block.Right.After(block.Left);
                blocks++;
            }
        }

        return blocks >= LossRecovery.DuplicateAckThreshold || octets > (LossRecovery.DuplicateAckThreshold - 1) * tcb.EffectiveSendMss;
    }

    /// <summary>SetPipe(): octets that are still in the network, as far as can be told.</summary>
    public static uint Pipe(Tcb tcb)
    {
        uint pipe = 0;
        var from = tcb.Snd.Una;
        foreach (var block in Blocks(tcb))
        {
            pipe += InNetwork(tcb, from, block.Left, IsLost(tcb, from));
            from = block.Right;
        }

        return pipe + InNetwork(tcb, from, tcb.Snd.Nxt, isLost: false);
    }

    /// <summary>NextSeg(), rules 1 and 3: the first gap that was not sent again yet and lies below something that has arrived.</summary>
    /// <param name="mustBeLost">Rule 1; without it, rule 3.</param>
    public static bool TryNextGap(Tcb tcb, bool mustBeLost, out SeqNum from, out SeqNum to)
    {
        from = SeqNum.Max(tcb.Snd.Una, tcb.HighRetransmitted);
        foreach (var block in Blocks(tcb))
        {
            to = block.Left;
            if (from < to && (!mustBeLost || IsLost(tcb, from)))
            {
                return true;
            }

            from = SeqNum.Max(from, block.Right);
        }

        to = from;
        return false;
    }

    private static ReadOnlySpan<SackBlock> Blocks(Tcb tcb) => tcb.Sacked is { } sacked ? sacked.Blocks : [];

    /// <summary>Octets of a gap count when they are not taken for lost, and once more when they were sent again.</summary>
    private static uint InNetwork(Tcb tcb, SeqNum from, SeqNum to, bool isLost)
    {
        var again = SeqNum.Min(to, tcb.HighRetransmitted);
        return (isLost ? 0 : to.After(from)) + (again > from ? again.After(from) : 0);
    }
}
