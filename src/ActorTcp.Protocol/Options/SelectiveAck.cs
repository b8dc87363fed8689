using ActorTcp.Wire;

namespace ActorTcp.Protocol;

/// <summary>RFC 2018: what has arrived beyond a gap is told to the sender. RFC 2883: so is what has arrived twice.</summary>
internal static class SelectiveAck
{
    private const int OptionHeader = 4;   // two NOPs before kind and length
    private const int BlockLength = 8;

    /// <summary>Octets of the option on the next segment.</summary>
    public static int Length(Tcb tcb)
    {
        var blocks = Math.Min(HeldBlocks(tcb) + (HasDuplicate(tcb) ? 1 : 0), MostBlocks(tcb));
        return tcb.Has(OptionKinds.SackPermitted) && blocks > 0 ? OptionHeader + (blocks * BlockLength) : 0;
    }

    /// <summary>RFC 2018 §4: first the block of the segment that came last, then those reported most recently; before all of them, once, a duplicate (RFC 2883 §4).</summary>
    public static void Report(Tcb tcb, ref TcpOptions options)
    {
        if (!tcb.Has(OptionKinds.SackPermitted))
        {
            return;
        }

        if (HasDuplicate(tcb))
        {
            Append(ref options, tcb.Duplicate);
            tcb.Duplicate = default;
        }

        Span<SackBlock> held = stackalloc SackBlock[MostBlocks(tcb) - options.SackCount];
        foreach (var block in held[..(tcb.Reassembly?.CopyLatest(held) ?? 0)])
        {
            Append(ref options, block);
        }
    }

    /// <summary>Text that lies before RCV.NXT has come before, and so has what is held; of several such parts, the first is told (RFC 2883 §4).</summary>
    /// <remarks>What comes with a SYN, or has a number from before the connection, is forged or old, and never came here.</remarks>
    public static void NoteDuplicate(Tcb tcb, in Segment seg)
    {
        if (seg.HasSyn)
        {
            return;
        }

        ref var rcv = ref tcb.Rcv;
        var start = seg.TextStart;
        var end = start + (uint)seg.Text.Length;
        var received = rcv.Nxt.After(rcv.Irs + 1);
        var duplicate = start < rcv.Nxt
            ? new SackBlock(rcv.Nxt - Math.Min(rcv.Nxt.After(start), received), SeqNum.Min(end, rcv.Nxt))
            : tcb.Reassembly?.FirstOverlap(start, end) ?? default;
        if (duplicate.Left < duplicate.Right)
        {
            tcb.Duplicate = duplicate;
        }
    }

    /// <summary>Puts what the peer reports on the scoreboard (RFC 6675 §4, Update).</summary>
    /// <returns>Whether it reports anything new.</returns>
    public static bool Arrived(Tcb tcb, in Segment seg)
    {
        ref var snd = ref tcb.Snd;
        tcb.Sacked?.TakeContiguous(snd.Una);
        if (!tcb.Has(OptionKinds.SackPermitted) || !seg.Options.Has(OptionKinds.Sack))
        {
            return false;
        }

        var isNew = false;
        for (var i = 0; i < seg.Options.SackCount; i++)
        {
            var block = seg.Options.Sacks[i];
            if (IsCredible(tcb, block))
            {
                tcb.Sacked ??= new RangeSet();
                isNew |= !tcb.Sacked.Contains(block.Left, block.Right) && tcb.Sacked.Add(block.Left, block.Right);
            }
        }

        return isNew;
    }

    /// <summary>Whether a block lies in what is in flight; one before SND.UNA tells of a duplicate.</summary>
    public static bool IsCredible(Tcb tcb, SackBlock block) =>
        block.Left > tcb.Snd.Una && block.Left < block.Right && block.Right <= tcb.Snd.Nxt;

    /// <summary>RFC 2883 §4: the first block tells of what came twice if it is acknowledged, or part of the second block.</summary>
    public static SackBlock? Duplicate(Tcb tcb, in Segment seg)
    {
        if (!tcb.Has(OptionKinds.SackPermitted) || !seg.Options.Has(OptionKinds.Sack) || seg.Options.SackCount == 0)
        {
            return null;
        }

        var first = seg.Options.Sacks[0];
        var isAcknowledged = first.Left < first.Right && first.Right <= seg.Ack;
        var isInSecond = seg.Options.SackCount > 1 && seg.Options.Sacks[1].Left <= first.Left && first.Right <= seg.Options.Sacks[1].Right;
        return isAcknowledged || isInSecond ? first : null;
    }

    private static int HeldBlocks(Tcb tcb) => tcb.Reassembly?.Count ?? 0;

    public static bool HasDuplicate(Tcb tcb) => tcb.Has(OptionKinds.SackPermitted) && tcb.Duplicate is var duplicate && duplicate.Left != duplicate.Right;

    private static int MostBlocks(Tcb tcb) => tcb.Has(OptionKinds.Timestamps) ? SackBlocks.Capacity - 1 : SackBlocks.Capacity;

    private static void Append(ref TcpOptions options, SackBlock block)
    {
        options.Present |= OptionKinds.Sack;
        options.Sacks[options.SackCount++] = block;
    }
}
