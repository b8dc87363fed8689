using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>A listening endpoint on one shard: it admits SYNs, within limits, and is the parent of the connections that come of them.</summary>
/// <remarks>It is restarted when it fails, with its configuration and its connections (RFC 9293 MUST-41: a passive OPEN does not touch earlier ones).</remarks>
internal sealed class ListenerActor(SegmentRouter router, TcpListener endpoint) : Actor, IReceive<Packet>, IReceive<GateAnswered>
{
    private readonly Tcb _listening = Listening(router, endpoint);
    private Gatehouse? _gatehouse;
    private readonly FastOpenRequests? _fastOpen = endpoint.Options.FastOpenLimit > 0 ? new FastOpenRequests(router.FastOpenCookies, endpoint.Options, router.Counters) : null;
    private int _connections;
    private bool _isRetired;

    public TcpListener Endpoint => endpoint;

    /// <summary>Connections in SYN-RECEIVED.</summary>
    public int HalfOpen { get; private set; }

    void IReceive<Packet>.Receive(in Packet packet)
    {
        if (packet.Tcp.HasSyn && !packet.Tcp.HasAck && !packet.Tcp.HasRst)
        {
            Requested(in packet);
            return;
        }

        if (packet.Tcp.HasRst)
        {
            _gatehouse?.ResetArrives(in packet);
        }

        router.Effects.Begin(Shard.Now);
        SegmentArrives.Process(_listening, in packet.Tcp, router.Effects);
        router.Reply(packet.Tuple, endpoint.Options.Connection.Path);
    }

    void IReceive<GateAnswered>.Receive(in GateAnswered message)
    {
        var syn = message.Syn.ToPacket();
        if (!_gatehouse!.Leaves(message.Syn) || router.Flows.Find(syn.Tuple, router.Hash(syn.Tuple)) is not null)
        {
            message.Answer.Abandon();
            return;
        }

        if (message.Failure is not null)
        {
            throw new InvalidOperationException($"the gate failed: {message.Failure.Message}", message.Failure);
        }

        if (message.Answer.Opened is not null)
        {
            Record(in syn, message.Answer.ToProtocol());
        }
        else if (message.Answer == GateAnswer.Refuse)
        {
            router.Effects.Begin(Shard.Now);
            SegmentArrives.InClosed(in syn.Tcp, router.Effects);
            router.Reply(syn.Tuple, endpoint.Options.Connection.Path);
        }
    }

    public HalfOpenPolicy Policy { get; private set; } = endpoint.Options.Policy;

    /// <summary>Another policy for the SYNs to come.</summary>
    public void Switch(HalfOpenPolicy policy) => Policy = policy;

    public void HalfOpenEntered() => HalfOpen++;

    public void HalfOpenLeft() => HalfOpen--;

    /// <summary>A connection that a Fast Open cookie let in is confirmed, or over.</summary>
    public void FastOpenLeft(bool byReset) => _fastOpen!.Leave(byReset, Shard.Now);

    /// <summary>A connection is over.</summary>
    public void Ended()
    {
        _connections--;
        StopIfDone();
    }

    /// <summary>No SYN will come any more: it ends with the last of its connections.</summary>
    public void Retire()
    {
        _isRetired = true;
        _gatehouse?.Close();
        StopIfDone();
    }

    public override string ToString() => $"listener on port {endpoint.Options.Port}";

    protected override Directive Decide(Actor child, Exception failure) => Directive.Stop;

    /// <summary>Keeps the connections.</summary>
    protected override void PreRestart(Exception failure)
    {
    }

    private void Requested(in Packet packet)
    {
        router.Counters.Add(Counter.SynsIn);
        switch (Admit())
        {
            case Admission.Record when endpoint.Options.Gate is { } gate:
                (_gatehouse ??= new Gatehouse(this, gate)).Ask(in packet);
                break;
            case Admission.Record:
                Record(in packet, endpoint.ProtocolFor());
                break;
            case Admission.HalfOpenLimit:
                router.Counters.Add(Counter.HalfOpenLimitDrops);
                break;
            case Admission.AcceptQueueFull:
                router.Counters.Add(Counter.AcceptQueueDrops);
                break;
            case Admission.Closing:
                router.Counters.Add(Counter.ListenerClosedDrops);
                break;
        }
    }

    private Admission Admit() =>
        endpoint.IsClosing ? Admission.Closing
        : HalfOpen + (_gatehouse?.Count ?? 0) >= endpoint.Options.HalfOpenLimit ? Admission.HalfOpenLimit
        : endpoint.IsAcceptQueueFull ? Admission.AcceptQueueFull
        : Admission.Record;

    /// <summary>"The server allocates the variables to the connection": an actor with a control block; buffers follow when there is text.</summary>
    private void Record(in Packet packet, InlineProtocol protocol)
    {
        router.Counters.Add(Counter.PassiveOpens);
        var tuple = packet.Tuple;
        var tcb = router.ControlBlock(endpoint.Options.Connection, in tuple);
        router.Effects.Begin(Shard.Now);
        OpenCall.Passive(tcb, router.Effects);
        tcb.FastOpen = _fastOpen?.Answer(in packet, Shard.Now);
        var connection = new ConnectionActor(router, in tuple, router.Hash(in tuple), tcb, protocol);
        _connections++;
        Spawn(connection);
        Shard.Deliver(connection, in packet);
    }

    private void StopIfDone()
    {
        if (_isRetired && _connections == 0)
        {
            Stop(this);
        }
    }

    /// <summary>A control block that stays in LISTEN: it answers what is no SYN.</summary>
    private static Tcb Listening(SegmentRouter router, TcpListener endpoint)
    {
        var tcb = new Tcb(endpoint.Options.Connection, new SeqNum(0), router.Mtu, isV4: true);
        OpenCall.Passive(tcb, new EffectList());
        return tcb;
    }
}
