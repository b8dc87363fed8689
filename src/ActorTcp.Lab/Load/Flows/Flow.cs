namespace ActorTcp.Lab;

/// <summary>
/// One connection of a load and how far it is in its exchange. An engine makes it a kind of its own, calls it with what happens on the wire, and carries out
/// what it asks for. It is used again once it has ended.
/// </summary>
internal abstract class Flow(LoadSession session)
{
    private TimeSpan _synSent;
    private TimeSpan _closing;
    private int _step;
    private FlowEnd? _verdict;
    private bool _hasHeard;
    private bool _isResting;

    public FlowPhase Phase { get; private set; }

    /// <summary>When it should have started: latencies count from here.</summary>
    public TimeSpan Intended { get; private set; }

    /// <summary>Octets of the step that are done with, as the step counts them.</summary>
    public int Position { get; set; }

    /// <summary>Octets that have come back in an echo.</summary>
    public int Returned { get; set; }

    /// <summary>Whatever the step wants to remember.</summary>
    public object? State { get; set; }

    public bool PeerHasClosed { get; private set; }

    /// <summary>Where it waits, and until when.</summary>
    internal FlowQueue? Queue { get; set; }

    internal TimeSpan Due { get; set; }

    internal Flow? Before { get; set; }

    internal Flow? Behind { get; set; }

    protected LoadSession Session => session;

    private IReadOnlyList<Step> Steps => session.Exchange.Steps;

    /// <summary>Whether the step that goes on takes text.</summary>
    protected bool IsListening => Phase == FlowPhase.Talking && _step < Steps.Count;

    /// <returns>How many octets were taken; if not all, <see cref="Proceed"/> is to be called when there is room.</returns>
    public abstract int Send(ReadOnlySpan<byte> text);

    public abstract void CloseSend();

    /// <summary>CLOSE of both directions.</summary>
    protected abstract void Close();

    /// <summary>RST, or forgetting the connection where it is not established; <see cref="Ended"/> follows.</summary>
    protected abstract void Abort();

    /// <summary>Has <see cref="Proceed"/> called where the flow may act.</summary>
    protected abstract void Resume(TimeSpan now);

    /// <summary>The SYN goes out now.</summary>
    public void Begin(TimeSpan intended, TimeSpan now)
    {
        (Intended, _synSent, _step, Position, Returned, State) = (intended, now, 0, 0, 0, null);
        (_verdict, _hasHeard, _isResting, PeerHasClosed) = (null, false, false, false);
        Phase = FlowPhase.Connecting;
        session.Waiting.Join(this, now);
    }

    /// <summary>For an engine that knows better than <see cref="Begin"/> when the SYN goes out.</summary>
    public void SynLeaves(TimeSpan now) => _synSent = now;

    /// <param name="synToSynAck">What the engine knows better than from the calls of <see cref="Begin"/> and of this.</param>
    public void Established(TimeSpan now, TimeSpan? synToSynAck = null)
    {
        Phase = FlowPhase.Talking;
        session.Connected(synToSynAck ?? now - _synSent, now - Intended, now);
        Proceed(now);
    }

    /// <returns>How many octets were taken; the rest is to be offered again after the next call of <see cref="Proceed"/>.</returns>
    public int Received(ReadOnlySpan<byte> text, TimeSpan now)
    {
        if (!_hasHeard)
        {
            _hasHeard = true;
            session.Results.FirstByte.Record(now - Intended);
        }

        var all = 0;
        while (all < text.Length && IsListening)
        {
            var step = Steps[_step];
            var isDone = step.Receive(this, text[all..], out var taken);
            all += taken;
            if (isDone && Phase == FlowPhase.Talking)
            {
                NextStep();
                Proceed(now);
            }
            else if (taken == 0)
            {
                break;
            }
        }

        return Phase == FlowPhase.Closing ? text.Length : all;
    }

    /// <summary>All text has been taken, and no more will come.</summary>
    public void PeerClosed(TimeSpan now)
    {
        PeerHasClosed = true;
        if (IsListening && !Steps[_step].EndsWithPeer)
        {
            Fail(FlowEnd.ClosedEarly);
        }
        else
        {
            Proceed(now);
        }
    }

    /// <summary>Goes on with the exchange as far as that is possible without text from the peer.</summary>
    public void Proceed(TimeSpan now)
    {
        while (Phase == FlowPhase.Talking)
        {
            if (_step == Steps.Count)
            {
                Conclude(now);
                return;
            }

            if (!Steps[_step].Proceed(this, now))
            {
                Wait(now);
                return;
            }

            NextStep();
        }
    }

    /// <summary>Gives the exchange up for this reason.</summary>
    public void Fail(FlowEnd verdict)
    {
        if (Phase is FlowPhase.Connecting or FlowPhase.Talking || _verdict is null)
        {
            _verdict = verdict;
            Phase = FlowPhase.Closing;
            Abort();
        }
    }

    /// <summary>The wait is over: rested enough, or waited too long.</summary>
    public void IsDue(TimeSpan now)
    {
        if (_isResting)
        {
            Resume(now);
        }
        else
        {
            Fail(FlowEnd.TimedOut);
        }
    }

    /// <summary>For <see cref="Hold"/>: begins to rest, and says later whether it has rested.</summary>
    public bool HasRested(TimeSpan time, TimeSpan now)
    {
        if (_isResting)
        {
            _isResting = Queue is not null;
            return !_isResting;
        }

        _isResting = true;
        session.Resting(time).Join(this, now);
        return false;
    }

    /// <summary>The connection is no more.</summary>
    /// <param name="how">As the engine has seen it; the flow's own verdict goes before.</param>
    /// <param name="isSeen">Whether the engine has seen the peer close too.</param>
    public void Ended(TimeSpan now, FlowEnd how, bool isSeen = true)
    {
        Queue?.Leave(this);
        var end = _verdict ?? how;
        if (end == FlowEnd.Completed && session.Exchange.Close == CloseWay.Fin && isSeen)
        {
            session.Results.Close.Record(now - _closing);
        }

        Phase = FlowPhase.Free;
        session.Ended(end, now);
    }

    private void NextStep() => (_step, Position, Returned, State) = (_step + 1, 0, 0, null);

    private void Wait(TimeSpan now)
    {
        if (!_isResting)
        {
            session.Waiting.Join(this, now);
        }
    }

    private void Conclude(TimeSpan now)
    {
        Phase = FlowPhase.Closing;
        _closing = now;
        session.Waiting.Join(this, now);
        if (session.Exchange.Close == CloseWay.Rst)
        {
            _verdict = FlowEnd.Completed;
            Abort();
        }
        else
        {
            Close();
        }
    }
}
