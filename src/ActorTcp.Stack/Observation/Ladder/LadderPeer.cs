using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>The states through which RFC 9293 §3.3.2 takes an end of which only the segments are known.</summary>
/// <param name="ours">What happened at our end.</param>
/// <param name="iss">The peer's initial sequence number.</param>
internal sealed class LadderPeer(LadderEnd ours, SeqNum iss)
{
    private SeqNum? _endOfFin;

    public TcpState State { get; private set; } = ours switch
    {
        { BeginsAtFinalAck: true } => TcpState.SynSent,
        { History: [{ Kind: HistoryEntryKind.SegmentIn }, ..] } => TcpState.Closed,
        _ => TcpState.Listen,
    };

    /// <summary>The states that it entered in order to send this.</summary>
    public IReadOnlyList<TcpState> Sends(HistoryEntry segment)
    {
        var next = (State, segment) switch
        {
            (_, { HasRst: true }) => TcpState.Closed,
            (TcpState.Closed or TcpState.TimeWait, { HasSyn: true, HasAck: false }) => TcpState.SynSent,
            (TcpState.Listen, { HasSyn: true }) => TcpState.SynReceived,
            (TcpState.CloseWait, { HasFin: true }) => TcpState.LastAck,
            (TcpState.SynReceived or TcpState.Established or TcpState.SynSent, { HasFin: true }) => TcpState.FinWait1,
            (TcpState.SynSent, { HasSyn: false, HasAck: true }) => TcpState.Established,
            _ => State,
        };
        _endOfFin = segment.HasFin ? segment.End : _endOfFin;
        return Enter(next);
    }

    /// <summary>The states that our segment, if we may take it that it arrived, brings it to.</summary>
    public IReadOnlyList<TcpState> Receives(HistoryEntry segment)
    {
        if (!HasArrived(segment))
        {
            return [];
        }

        if (segment.HasRst)
        {
            return Enter(TcpState.Closed);
        }

        var afterAck = Acknowledged(segment);
        var afterFin = segment.HasFin ? Closed(afterAck) : afterAck;
        return afterAck == afterFin ? Enter(afterFin) : [.. Enter(afterAck), .. Enter(afterFin)];
    }

    private TcpState Acknowledged(HistoryEntry segment)
    {
        var ofFin = segment.HasAck && segment.Ack == _endOfFin;
        var ofSyn = segment.HasAck && segment.Ack > iss;
        return State switch
        {
            TcpState.Listen when segment.HasSyn => TcpState.SynReceived,
            TcpState.SynSent when segment.HasSyn => ofSyn ? TcpState.Established : TcpState.SynReceived,
            TcpState.SynReceived when ofSyn => TcpState.Established,
            TcpState.FinWait1 when ofFin => TcpState.FinWait2,
            TcpState.Closing when ofFin => TcpState.TimeWait,
            TcpState.LastAck when ofFin => TcpState.Closed,
            _ => State,
        };
    }

    private static TcpState Closed(TcpState state) => state switch
    {
        TcpState.Established => TcpState.CloseWait,
        TcpState.FinWait1 => TcpState.Closing,
        TcpState.FinWait2 => TcpState.TimeWait,
        _ => state,
    };

    private bool HasArrived(HistoryEntry sent)
    {
        var later = ours.History.SkipWhile(entry => entry != sent).Skip(1);
        return sent.Len > 0 ? WasAcknowledged(sent, later) : !later.Any(entry => IsRepeated(entry, sent));
    }

    /// <summary>Of a segment that was sent several times, the last before the acknowledgment is taken for the one that arrived.</summary>
    private static bool WasAcknowledged(HistoryEntry sent, IEnumerable<HistoryEntry> later)
    {
        foreach (var entry in later)
        {
            switch (entry.Kind)
            {
                case HistoryEntryKind.SegmentIn when entry.HasAck && entry.Ack >= sent.End:
                    return true;
                case HistoryEntryKind.SegmentOut when entry.Len > 0 && entry.Seq == sent.Seq:
                    return false;
            }
        }

        return false;
    }

    /// <summary>An ACK was lost if what it acknowledges comes once more.</summary>
    private static bool IsRepeated(HistoryEntry entry, HistoryEntry ack) =>
        entry is { Kind: HistoryEntryKind.SegmentIn, Len: > 0 } && entry.End <= ack.Ack;

    private TcpState[] Enter(TcpState next)
    {
        if (next == State)
        {
            return [];
        }

        State = next;
        return [next];
    }
}
