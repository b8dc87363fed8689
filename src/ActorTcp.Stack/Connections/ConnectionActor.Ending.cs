using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <content>How a connection comes to its end: what it leaves, and what it gives back.</content>
internal sealed partial class ConnectionActor
{
    /// <summary>However a connection ends, everything it held is given back here; one that still lives is reset.</summary>
    protected override void PostStop()
    {
        try
        {
            if (Tcb.State is not (TcpState.Closed or TcpState.Listen or TcpState.TimeWait))
            {
                _end = ConnectionEnd.Failed;
                _router.Effects.Begin(Shard.Now);
                AbortCall.Process(Tcb, _router.Effects);
                var next = 0;
                Interpret(ref next, text: default);
            }
        }
        finally
        {
            _end = HasUnread ? ConnectionEnd.Failed : _end;
            Leave();
            Listener?.Ended();
            Return(ref _sendBuffer);
            Return(ref _receiveBuffer);
            RememberEnd();
            _protocol.Ended(new InlineConnection(this), _end);
        }
    }

    private void Leave()
    {
        if ((_flags & ConnectionFlags.Gone) == 0)
        {
            _flags |= ConnectionFlags.Gone;
            _router.Leaves(this, _hash);
            _router.Population.Move(Counted, TcpState.Closed);
            LeaveHalfOpen();
            LeaveFastOpenRequests();
        }
    }

    /// <summary>Once the peer's FIN has been acknowledged: the record offers the same window again.</summary>
    private void LeaveForTimeWait()
    {
        if ((_flags & ConnectionFlags.Gone) == 0)
        {
            Leave();
            _router.TimeWaits.Add(Tuple, _hash, TimeWaitRecord.Of(Tcb));
        }
    }

    private void LeaveHalfOpen()
    {
        if ((_flags & ConnectionFlags.HalfOpen) != 0)
        {
            _flags &= ~ConnectionFlags.HalfOpen;
            Listener?.HalfOpenLeft();
        }
    }

    /// <summary>The final ACK has come, however far the application has got meanwhile; or the connection is over.</summary>
    private void LeaveFastOpenRequests()
    {
        if ((_flags & ConnectionFlags.FastOpenPending) != 0)
        {
            _flags &= ~ConnectionFlags.FastOpenPending;
            Listener?.FastOpenLeft(byReset: _end == ConnectionEnd.Reset && Tcb.Snd.SynInFlight);
        }
    }

    private void Return(ref ByteRing? buffer)
    {
        if (buffer is not null)
        {
            _router.Buffers.Return(buffer);
            buffer = null;
        }
    }

    private void RememberEnd()
    {
        _router.Ended.Add(new EndedConnection(Id, Tuple, Began, Shard.Now, _end, (_flags & ConnectionFlags.WasOpened) != 0, Service, History));
        _router.Taps?.Ended(this, _end);
        _router.Activities?.Ended(this, _end);
    }
}
