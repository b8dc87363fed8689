using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <content>The effects of the machine, and the application's answers to them.</content>
internal sealed partial class ConnectionActor
{
    /// <summary>Interprets the effects from <paramref name="next"/> on, with those that the application's answers append.</summary>
    /// <param name="text">The text of the segment that arrives in this turn.</param>
    private void Interpret(ref int next, ReadOnlySpan<byte> text)
    {
        var fx = _router.Effects;
        for (; next < fx.Count; next++)
        {
            switch (fx[next].Kind)
            {
                case EffectKind.Send:
                    next += Transmit(next) - 1;
                    break;
                case EffectKind.Deliver:
                    Deliver(text.Slice(fx[next].Offset, fx[next].Length));
                    break;
                case EffectKind.Hold:
                    _receiveBuffer ??= _router.Buffers.RentRing();
                    _receiveBuffer.WriteAhead(fx[next].Distance, text.Slice(fx[next].Offset, fx[next].Length));
                    break;
                case EffectKind.Join:
                    _receiveBuffer!.Commit(fx[next].Length);
                    _flags &= ~ConnectionFlags.Declined;
                    break;
                case EffectKind.Release:
                    Release(fx[next].Length);
                    break;
                case EffectKind.Signal:
                    Told(fx[next].Signal);
                    break;
                case EffectKind.Count:
                    _router.Count(fx[next].Incident);
                    break;
                case EffectKind.StateChanged:
                    Moved(fx[next].From, fx[next].Cause, fx[next].To);
                    break;
            }
        }
    }

    /// <returns>How many effects that was.</returns>
    private int Transmit(int index)
    {
        ref readonly var segment = ref _router.Effects[index].Segment;
        if (IsHalfOpen && segment.Reason == SendReason.Retransmission && !Listener!.MayRepeat())
        {
            return 1;
        }

        var textOffset = segment.TextLength > 0 ? segment.TextStart - Tcb.Snd.FirstOctet : 0;
        var count = _router.SegmentsTogether(index, Tuple.Local.IsV4);
        if (count > 1)
        {
            _router.TransmitTogether(Tuple, index, count, Tcb.Settings.Path, _sendBuffer!, textOffset);
        }
        else
        {
            _router.Transmit(Tuple, in segment, Tcb.Settings.Path, _sendBuffer, textOffset);
        }

        for (var i = index; IsObserved && i < index + count; i++)
        {
            RememberSent(in _router.Effects[i].Segment);
        }

        return count;
    }

    private void RememberSent(in OutgoingSegment segment) => Remember(new HistoryEntry
    {
        At = Shard.Now,
        Kind = HistoryEntryKind.SegmentOut,
        Seq = segment.Seq,
        Ack = segment.Ack,
        Control = segment.Control,
        Wnd = segment.Wnd,
        TextLength = (ushort)segment.TextLength,
        Reason = segment.Reason,
    });

    private void Remember(in Segment seg) => Remember(new HistoryEntry
    {
        At = Shard.Now,
        Kind = HistoryEntryKind.SegmentIn,
        Seq = seg.Seq,
        Ack = seg.Ack,
        Control = seg.Control,
        Wnd = seg.Wnd,
        TextLength = (ushort)seg.Text.Length,
    });

    /// <summary>Text in order goes straight to the application; only what it leaves, or what older text stands before, is kept.</summary>
    private void Deliver(ReadOnlySpan<byte> text)
    {
        if (_receiveBuffer is not null)
        {
            _receiveBuffer.Append(text);
            _flags &= ~ConnectionFlags.Declined;
            return;
        }

        var taken = IsReadable ? Take(text) : text.Length;
        if (taken < text.Length && IsReadable)
        {
            _receiveBuffer = _router.Buffers.RentRing();
            _receiveBuffer.Append(text[taken..]);
            _flags |= ConnectionFlags.Declined;
        }
    }

    /// <summary>Offers the application what is kept for it, and tells it when the peer will send no more.</summary>
    private void Converse()
    {
        while (HasUnread && (_flags & ConnectionFlags.Declined) == 0)
        {
            var front = _receiveBuffer!.Front;
            var taken = Take(front);
            _receiveBuffer.Drop(taken);
            if (taken < front.Length)
            {
                return;
            }
        }

        if (_receiveBuffer is { Count: 0 } && !IsHalfOpen && Tcb.Reassembly is null or { Count: 0 })
        {
            Return(ref _receiveBuffer);
        }

        if (Tcb.Rcv.HasTakenFin && IsOrderly && _receiveBuffer is null or { Count: 0 } && (_flags & ConnectionFlags.ToldPeerClosed) == 0)
        {
            _flags |= ConnectionFlags.ToldPeerClosed;
            _protocol.PeerClosed(new InlineConnection(this));
        }
    }

    private int Take(ReadOnlySpan<byte> text)
    {
        _flags |= ConnectionFlags.Taking;
        var taken = _protocol.Received(new InlineConnection(this), text);
        _flags &= ~ConnectionFlags.Taking;
        if ((uint)taken > text.Length)
        {
            throw new InvalidOperationException($"{_protocol} took {taken} of {text.Length} octets.");
        }

        ReceiveCall.Process(Tcb, taken, _router.Effects);
        if ((_flags & ConnectionFlags.CloseAsked) != 0)
        {
            _flags &= ~ConnectionFlags.CloseAsked;
            Close(CloseKind.Both);
        }

        return taken;
    }

    private void Release(int length)
    {
        _sendBuffer!.Drop(length);
        if (_sendBuffer.Count == 0)
        {
            Return(ref _sendBuffer);
        }

        if ((_flags & ConnectionFlags.WantsRoom) != 0)
        {
            _flags &= ~ConnectionFlags.WantsRoom;
            _protocol.Writable(new InlineConnection(this));
        }
    }

    private void Told(Signal signal)
    {
        if (IsObserved)
        {
            Remember(new HistoryEntry { At = Shard.Now, Kind = HistoryEntryKind.Signal, Signal = signal });
        }

        switch (signal)
        {
            case Signal.Opened:
                _router.Counters.Add(Counter.EcnConnections, Tcb.Ecn.IsOn ? 1 : 0);
                _router.Counters.Add(Counter.EcnFallbacks, Tcb.Ecn.HasFallenBack ? 1 : 0);
                _flags |= ConnectionFlags.WasOpened;
                _protocol.Opened(new InlineConnection(this));
                break;
            case Signal.ConnectionReset:
                _end = ConnectionEnd.Reset;
                break;
            case Signal.ConnectionRefused:
                _end = ConnectionEnd.Refused;
                break;
            case Signal.ConnectionTimedOut:
                _end = ConnectionEnd.TimedOut;
                break;
            case Signal.Unreachable:
                _end = ConnectionEnd.Unreachable;
                break;
            case Signal.Closing or Signal.Closed or Signal.SoftError or Signal.Urgent:
                break;   // the states and the history tell it
        }
    }

    private void Moved(TcpState from, Cause cause, TcpState to)
    {
        var counted = Counted;
        _lastEdge = (byte)(StateDiagram.NumberOf(from, cause, to) + 1);
        if (IsObserved)
        {
            Remember(new HistoryEntry { At = Shard.Now, Kind = HistoryEntryKind.StateChanged, From = from, Cause = cause, To = to });
        }

        if (to == TcpState.SynReceived && Listener is not null)
        {
            _flags |= ConnectionFlags.HalfOpen;
            Listener.HalfOpenEntered();
            _flags |= Tcb.IsOpenedFast ? ConnectionFlags.FastOpenPending : ConnectionFlags.None;
        }
        else if (from == TcpState.SynReceived)
        {
            LeaveHalfOpen();
        }

        if (from == TcpState.SynSent && Tcb.FastOpen is { } fastOpen)
        {
            _router.FastOpenAnswered(Tuple, fastOpen, cause);
        }

        if (from == TcpState.SynReceived && to == TcpState.Established && Tcb.Rto.IsMeasured)
        {
            _router.TookHandshake(Tcb.Rto.Srtt);   // nothing else has been measured yet
        }

        if (to == TcpState.Established)
        {
            _router.Activities?.Established(this);
        }

        if ((_flags & ConnectionFlags.Gone) == 0)
        {
            _router.Population.Move(counted, to);
        }

        _router.CountMove(from, cause, to);
    }

    private void Remember(in HistoryEntry entry)
    {
        History?.Add(in entry);
        _router.Taps?.Happened(this, in entry);
    }
}
