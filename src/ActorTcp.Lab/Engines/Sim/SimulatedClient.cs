using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>
/// A legitimate client as the server sees a Linux one: it repeats its SYN by the schedule, completes the handshake, reads what comes, closes after the server,
/// and answers with a reset what it does not know (RFC 9293 §3.10.7.1).
/// </summary>
internal sealed class SimulatedClient(SimulatedNetwork network, ClientPlan plan, FourTuple tuple, SeqNum isn)
{
    private readonly TimeSpan _started = network.Now;
    private SeqNum _received;
    private uint _timestamp;
    private int _synsSent;
    private TimeSpan? _connect;
    private TimeSpan? _firstByte;
    private AttemptOutcome? _outcome;
    private bool _isGone;

    public FourTuple Tuple => tuple;

    /// <summary>Whether it has what it wanted, or has given up.</summary>
    public bool IsDone => _outcome is not null;

    public bool IsCompleted => _outcome == AttemptOutcome.Completed;

    public Attempt Attempt() =>
        new(_started, _outcome ?? (_connect is null ? AttemptOutcome.NotConnected : AttemptOutcome.NotServed), _connect, _firstByte);

    public void Start()
    {
        SendSyn();
        network.Agenda.Add(_started + plan.Patience, GiveUp);
    }

    public void Receive(in Packet packet)
    {
        var seg = packet.Tcp;
        _timestamp = seg.Options.Has(OptionKinds.Timestamps) ? seg.Options.TsVal : _timestamp;
        if (seg.HasRst)
        {
            TakeReset(in seg);
        }
        else if (_isGone && !seg.HasFin)
        {
            Refuse(in seg);
        }
        else if (_connect is null)
        {
            TakeSynAck(in seg);
        }
        else
        {
            TakeText(in seg);
        }
    }

    private void SendSyn()
    {
        if (_connect is not null || IsDone)
        {
            return;
        }

        Send(ControlBits.Syn, isn);
        _synsSent++;
        network.Agenda.Add(network.Now + plan.Schedule.Wait(_synsSent), SendSyn);
    }

    private void TakeSynAck(in Segment seg)
    {
        if (!seg.HasSyn || !seg.HasAck)
        {
            return;
        }

        if (seg.Ack != isn + 1)
        {
            Refuse(in seg);
            return;
        }

        _received = seg.End;
        _connect = network.Now - _started;
        if (!plan.ReadsOneByte)
        {
            _outcome = AttemptOutcome.Completed;
        }

        Send(ControlBits.Ack, isn + 1);
    }

    private void TakeReset(in Segment seg)
    {
        if (!IsDone && (_connect is not null || seg.Ack == isn + 1))
        {
            _outcome = _connect is null ? AttemptOutcome.Refused : AttemptOutcome.Reset;
        }
    }

    /// <summary>Text and FIN in order; whatever else came is answered by what is expected.</summary>
    private void TakeText(in Segment seg)
    {
        var isNext = !seg.HasSyn && seg.Seq == _received;
        if (isNext && seg.Text.Length > 0 && !IsDone)
        {
            _firstByte = network.Now - _started;
            _outcome = AttemptOutcome.Completed;
        }

        _received = isNext ? seg.End : _received;
        _isGone |= isNext && seg.HasFin;
        if (seg.Len > 0)
        {
            Send(_isGone ? ControlBits.Fin | ControlBits.Ack : ControlBits.Ack, isn + 1);
        }
    }

    private void GiveUp()
    {
        if (IsDone)
        {
            return;
        }

        _isGone = true;
        _outcome = _connect is null ? AttemptOutcome.NotConnected : AttemptOutcome.NotServed;
        if (_connect is not null)
        {
            Send(ControlBits.Rst | ControlBits.Ack, isn + 1);
        }
    }

    private void Refuse(in Segment seg) => Send(ControlBits.Rst, seg.Ack);

    private void Send(ControlBits control, SeqNum seq)
    {
        var options = new TcpOptions { Present = OptionKinds.Timestamps, TsVal = (uint)network.Now.TotalMilliseconds + isn.Value, TsEcr = _timestamp };
        if (control == ControlBits.Syn)
        {
            options.Present |= OptionKinds.Mss | OptionKinds.SackPermitted | OptionKinds.WindowScale;
            (options.Mss, options.WindowScale) = (1460, 7);
        }

        network.FromClient(this, new Segment
        {
            Seq = seq,
            Ack = _received,
            Control = control,
            Wnd = 64240,
            Options = control == ControlBits.Rst ? default : options,
        });
    }
}
