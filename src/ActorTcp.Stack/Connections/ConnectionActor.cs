using System.Diagnostics;
using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Wire;
using Timer = ActorTcp.Protocol.Timer;

namespace ActorTcp.Stack;

/// <summary>One connection: its control block, its buffers while there are octets in them, and the application on top. It asks the machine and interprets the effects.</summary>
/// <remarks>A turn is: begin, one event, the effects, the application's answers, what is still owed to the peer, the next wake-up.</remarks>
internal sealed partial class ConnectionActor : Actor<ConnectionCommand>, IReceive<Packet>
{
    private readonly SegmentRouter _router;
    private readonly InlineProtocol _protocol;
    private readonly ConnectionHistory? _history;
    private readonly uint _hash;
    private ByteRing? _sendBuffer;
    private ByteRing? _receiveBuffer;
    private ConnectionFlags _flags;
    private ConnectionEnd _end;
    private byte _lastEdge;

    public ConnectionActor(SegmentRouter router, in FourTuple tuple, uint hash, Tcb tcb, InlineProtocol protocol)
    {
        (_router, Tuple, _hash, Tcb, _protocol) = (router, tuple, hash, tcb, protocol);
        (Id, Began) = (router.NextId(), router.Shard.Now);
        _history = router.Options.KeepHistory ? router.Ended.HistoryFor(Id) : null;
    }

    /// <summary>Unique in the stack.</summary>
    public long Id { get; }

    /// <summary>On the clock of the shard.</summary>
    public TimeSpan Began { get; }

    public FourTuple Tuple { get; }

    public Tcb Tcb { get; }

    /// <summary>Null where none is kept, and once the connection has ended so long ago that another one has it.</summary>
    public ConnectionHistory? History => _history?.Connection == Id ? _history : null;

    public object? ProtocolState { get; set; }

    /// <summary>Octets in order that the application has not taken, as <c>ss</c> shows them in Recv-Q.</summary>
    public int Unread => Tcb.Rcv.Unread;

    /// <summary>Octets of memory that the receive buffer takes.</summary>
    public int ReceiveMemory => _receiveBuffer?.Capacity ?? 0;

    /// <summary>Octets of memory that the send buffer takes.</summary>
    public int SendMemory => _sendBuffer?.Capacity ?? 0;

    /// <summary>Octets that <see cref="Send"/> would take.</summary>
    public int SendRoom => SendCall.Room(Tcb, mayGrow: _router.Buffers.Lent < _router.Options.BufferBudget);

    /// <summary>How it moved last; null before it has.</summary>
    public Transition? LastMove => _lastEdge == 0 ? null : StateDiagram.Edges[_lastEdge - 1];

    /// <summary>Null for an active open.</summary>
    public TcpListener? Endpoint => Listener?.Endpoint;

    /// <summary>What the listener that accepted it is called; null for an active open.</summary>
    public string? Service => Endpoint?.Options.Name;

    /// <summary>The connection as a span; null where nobody listens to it.</summary>
    public Activity? Activity => _router.Activities?.Of(this);

    public bool IsActiveOpen => Listener is null;

    private ListenerActor? Listener => Parent as ListenerActor;

    /// <summary>Among the connections of which state it counts, as long as it does.</summary>
    private TcpState Counted => LastMove?.To ?? TcpState.Closed;

    /// <summary>Whether neither side has broken off: then text that has arrived is still the user's, even after the connection's end.</summary>
    private bool IsOrderly => Tcb.State != TcpState.Closed || _end == ConnectionEnd.Closed;

    /// <summary>Whether anybody wants to know what happens to it.</summary>
    private bool IsObserved => History is not null || _router.Taps is not null;

    private bool IsReadable => IsOrderly && !Tcb.Rcv.Shut;

    private bool HasUnread => _receiveBuffer is { Count: > 0 } && IsReadable;

    /// <summary>Whether it counts among the half-open connections of its listener, and nobody has been told of it.</summary>
    public bool IsHalfOpen => (_flags & (ConnectionFlags.HalfOpen | ConnectionFlags.WasOpened)) == ConnectionFlags.HalfOpen;

    /// <summary>Whether segments with its four-tuple are its own.</summary>
    public bool IsInTable => (_flags & ConnectionFlags.Gone) == 0;

    public bool IsHalfOpenOf(TcpListener endpoint) => IsHalfOpen && Listener!.Endpoint == endpoint;

    /// <summary>Reads a little from all over the object, so that what follows need not wait for memory; the value means nothing.</summary>
    public uint Fetch() => (uint)WheelSlot + (_protocol is null ? 1u : 0) + _hash + Tuple.RemotePort;

    /// <summary>As <see cref="Fetch"/>, of the objects that it always has.</summary>
    public uint FetchParts() => Tcb.Fetch() + (_history?.Fetch() ?? 0);

    /// <summary>As <see cref="Fetch"/>, of what it may have besides, or may come to.</summary>
    public uint FetchRest() => (Tcb.InFlight?.Fetch() ?? 0) + (Tcb.State.LeadsToTimeWait() ? _router.TimeWaits.HomeOf(_hash).Key : 0);

    void IReceive<Packet>.Receive(in Packet packet)
    {
        _router.Effects.Begin(Shard.Now);
        if (packet.Kind == PacketKind.Tcp)
        {
            Arrives(in packet);
        }
        else
        {
            IcmpArrives.Process(Tcb, in packet.Icmp, _router.Effects);
            EndTurn(text: default);
        }
    }

    /// <summary>What the application has to send is there before OPEN.</summary>
    public void Preload(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty)
        {
            _sendBuffer = _router.Buffers.RentRing();
            _sendBuffer.Append(text);
        }
    }

    /// <summary>Takes up a handshake whose SYN something else has answered: a record or a cookie.</summary>
    /// <inheritdoc cref="SegmentArrives.Resume"/>
    public void Resume(in Segment syn, byte repetitions, TimeSpan? answeredAt)
    {
        _router.Effects.Begin(Shard.Now);
        SegmentArrives.Resume(Tcb, in syn, repetitions, answeredAt, _router.Effects);
        var next = 0;
        Interpret(ref next, text: default);
    }

    /// <summary>As the textbook has it, before the peer has proved its address.</summary>
    public void TakeBuffers()
    {
        (_sendBuffer = _router.Buffers.RentRing()).Reserve(BufferPool.SmallestCapacity);
        (_receiveBuffer = _router.Buffers.RentRing()).Reserve(BufferPool.SmallestCapacity);
    }

    /// <summary>Sends what the application gives, as far as there is room.</summary>
    public int Send(ReadOnlySpan<byte> text)
    {
        var taken = Math.Min(text.Length, SendRoom);
        if (taken < text.Length)
        {
            _flags |= ConnectionFlags.WantsRoom;
        }

        if (taken == 0 || SendCall.Process(Tcb, taken, _router.Effects) != CallResult.Ok)
        {
            return 0;
        }

        _sendBuffer ??= _router.Buffers.RentRing();
        _sendBuffer.Append(text[..taken]);
        return taken;
    }

    /// <summary>While the application looks at text, a close of both directions waits for what it takes of it: only what is left is unread.</summary>
    public void Close(CloseKind kind)
    {
        if (kind == CloseKind.Both && (_flags & ConnectionFlags.Taking) != 0)
        {
            _flags |= ConnectionFlags.CloseAsked;
            return;
        }

        var mayReset = Tcb.State.MayReset();
        CloseCall.Process(Tcb, kind, _router.Effects);
        if (mayReset && Tcb.State == TcpState.Closed)
        {
            _end = ConnectionEnd.Aborted;   // for the sake of unread text
        }
    }

    public void Abort()
    {
        _end = ConnectionEnd.Aborted;
        AbortCall.Process(Tcb, _router.Effects);
    }

    /// <summary>An answer from the shard's thread, whoever asks from whichever thread.</summary>
    public async Task<T> AskAsync<T>(Func<ConnectionActor, T> question)
    {
        T answer = default!;
        await _router.RunAsync(() => answer = question(this)).ConfigureAwait(false);
        return answer;
    }

    protected override void PreStart()
    {
        _router.Flows.Add(this, _hash);
        _protocol.Begun(new InlineConnection(this));
        if (Tcb.State == TcpState.Closed && Tcb.RemoteSpecified)
        {
            _router.Counters.Add(Counter.ActiveOpens);
            _router.Effects.Begin(Shard.Now);
            OpenCall.Active(Tcb, _router.Effects, _sendBuffer?.Count ?? 0);
            EndTurn(text: default);
        }
    }

    protected override void Receive(in ConnectionCommand message)
    {
        _router.Effects.Begin(Shard.Now);
        switch (message)
        {
            case ConnectionCommand.Notify:
                _protocol.Notified(new InlineConnection(this));
                break;
            case ConnectionCommand.Abort:
                Abort();
                break;
            case ConnectionCommand.Recycle when IsHalfOpen:
                Recycled.Process(Tcb, _router.Effects);
                break;
        }

        EndTurn(text: default);
    }

    protected override void Wake(TimeSpan now)
    {
        _router.Effects.Begin(now);
        if (IsHalfOpen && Listener!.ShortTimeout is { } timeout && Tcb.Timers.Due(Timer.User) - Tcb.Settings.HalfOpenTimeout + timeout <= now)
        {
            Tcb.Timers.Start(Timer.User, now);   // RFC 4987 §3.3: given up before its time
        }

        _router.Counters.Add(Counter.RetransmissionTimeouts, Tcb.Timers.Due(Timer.Retransmission) <= now ? 1 : 0);
        Timeouts.Process(Tcb, _router.Effects);
        EndTurn(text: default);
    }

    public override string ToString() => $"connection {Tuple}";

    private void Arrives(in Packet packet)
    {
        if (IsHalfOpen && Listener!.IsForEarlierCookie(in packet, Tcb.Snd.Iss))
        {
            MakeWayFor(in packet);
            return;
        }

        _router.Counters.Add(Counter.ResetsIn, packet.Tcp.HasRst ? 1 : 0);
        if (IsObserved)
        {
            Remember(in packet.Tcp);
        }

        SegmentArrives.Process(Tcb, in packet.Tcp, _router.Effects);
        EndTurn(packet.Tcp.Text);
    }

    /// <summary>The peer has received two SYN-ACKs and answers the other one: a cookie, from which its connection is made anew.</summary>
    private void MakeWayFor(in Packet packet)
    {
        Recycled.Process(Tcb, _router.Effects);
        var listener = Listener!;
        EndTurn(text: default);
        Leave();
        Shard.Deliver(listener, in packet);
    }

    private void EndTurn(ReadOnlySpan<byte> text)
    {
        var next = 0;
        _flags &= ~ConnectionFlags.Declined;
        Interpret(ref next, text);
        Converse();
        Interpret(ref next, text: default);
        Output.Flush(Tcb, _router.Effects);
        Interpret(ref next, text: default);
        if ((_flags & ConnectionFlags.FastOpenPending) != 0 && !Tcb.Snd.SynInFlight)
        {
            LeaveFastOpenRequests();
        }

        if (Tcb.State == TcpState.TimeWait)
        {
            LeaveForTimeWait();
        }

        switch (Tcb.State)
        {
            case TcpState.Closed or TcpState.TimeWait when HasUnread:
                Leave();
                NoWake();   // over for the peer; the application may take what is left when it likes
                break;
            case TcpState.Closed or TcpState.TimeWait or TcpState.Listen:
                Stop(this);
                break;
            default:
                WakeAt(Tcb.Timers.NextDue);
                break;
        }
    }
}
