using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Testing;

/// <summary>One connection, driven as its actor drives it: begin, one event, interpret the effects, flush, interpret what that adds.</summary>
internal sealed class Machine
{
    private readonly EffectList _fx = new();
    private byte[] _preloaded = [];

    public Machine(ConnectionSettings settings, SeqNum iss, int mtu = 1500, bool isV4 = true)
    {
        Tcb = new Tcb(settings, iss, mtu, isV4);
        Text = new UserText(iss + 1);
    }

    public Tcb Tcb { get; }

    public TimeSpan Now { get; private set; }

    public UserText Text { get; private set; }

    /// <summary>What was sent and nobody has taken from here yet.</summary>
    public List<SegmentCopy> Sent { get; } = [];

    /// <summary>What the user was told and nobody has taken from here yet.</summary>
    public List<Signal> Signals { get; } = [];

    /// <summary>Every edge of the state diagram that was walked, in order; the section is left empty.</summary>
    public List<Transition> Walked { get; } = [];

    public void Arrives(SegmentCopy segment)
    {
        _fx.Begin(Now);
        SegmentArrives.Process(Tcb, segment.AsSegment(), _fx);
        Finish(segment.Text);
    }

    /// <summary>A user's call, or an ICMP report.</summary>
    public T Call<T>(Func<Tcb, EffectList, T> call)
    {
        _fx.Begin(Now);
        var result = call(Tcb, _fx);
        Finish([]);
        return result;
    }

    /// <summary>OPEN with text that is there for the SYN.</summary>
    public CallResult Open(FastOpen fastOpen, byte[] octets)
    {
        Tcb.FastOpen = fastOpen;
        _preloaded = octets;
        return Call((tcb, fx) => OpenCall.Active(tcb, fx, octets.Length));
    }

    public CallResult Send(byte[] octets, bool urgent = false) => Call((tcb, fx) =>
    {
        var result = SendCall.Process(tcb, octets.Length, fx, urgent);
        if (result == CallResult.Ok)
        {
            Text.Append(octets);
        }

        return result;
    });

    /// <summary>Moves the clock; every timer fires when it is due, the first one first.</summary>
    public void Advance(TimeSpan by)
    {
        var until = Now + by;
        while (Tcb.Timers.NextDue <= until)
        {
            Now = Tcb.Timers.NextDue;
            _fx.Begin(Now);
            Timeouts.Process(Tcb, _fx);
            Finish([]);
        }

        Now = until;
    }

    private void Finish(ReadOnlySpan<byte> arrived)
    {
        var done = Interpret(0, arrived);
        Output.Flush(Tcb, _fx);
        Interpret(done, arrived);
    }

    private int Interpret(int from, ReadOnlySpan<byte> arrived)
    {
        for (var i = from; i < _fx.Count; i++)
        {
            ref readonly var effect = ref _fx[i];
            switch (effect.Kind)
            {
                case EffectKind.Send:
                    Sent.Add(SegmentCopy.Of(in effect.Segment, Text.At(effect.Segment.TextStart, effect.Segment.TextLength), Now));
                    break;
                case EffectKind.Signal:
                    Signals.Add(effect.Signal);
                    break;
                case EffectKind.StateChanged:
                    Walked.Add(new Transition(effect.From, effect.Cause, effect.To, ""));
                    Text = effect.To == TcpState.Listen || effect.From == TcpState.Closed ? new UserText(Tcb.Snd.Iss + 1) : Text;
                    Text.Append(_preloaded);
                    _preloaded = [];
                    break;
                default:
                    Text.Interpret(in effect, arrived);
                    break;
            }
        }

        return _fx.Count;
    }
}
