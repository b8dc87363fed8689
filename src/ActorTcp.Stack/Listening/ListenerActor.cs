using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>A listening endpoint on one shard: it admits SYNs, within limits, and is the parent of the connections that come of them.</summary>
/// <remarks>It is restarted when it fails, with its configuration and its connections (RFC 9293 MUST-41: a passive OPEN does not touch earlier ones).</remarks>
internal sealed partial class ListenerActor : Actor, IReceive<Packet>, IReceive<GateAnswered>
{
    private readonly SegmentRouter _router;
    private readonly Tcb _listening;
    private Gatehouse? _gatehouse;
    private FastOpenRequests? _fastOpen;
    private int _connections;
    private int _halfOpenConnections;
    private bool _isRetired;

    public ListenerActor(SegmentRouter router, TcpListener endpoint)
    {
        (_router, Endpoint, _limits) = (router, endpoint, endpoint.Limits);
        _listening = Listening(router, endpoint);
        _doorkeeper = new Doorkeeper(Rule, HalfOpenLimit, _limits.Flood);
        _synAcks = SynAcks();
        _filter = Filter();
        _fastOpen = FastOpen();
    }

    public TcpListener Endpoint { get; }

    private ConnectionSettings Settings => Endpoint.Options.Connection;

    /// <summary>Peers that have sent a SYN and have not proved their address: connections in SYN-RECEIVED, records in the SYN cache, and whom the gate is asked about.</summary>
    public int HalfOpen => _halfOpenConnections + (_cache?.Count ?? 0) + (_gatehouse?.Count ?? 0);

    void IReceive<Packet>.Receive(in Packet packet)
    {
        if (_cache is { Count: > 0 } && ArrivesForRecord(in packet))
        {
            return;
        }

        if (packet.Kind == PacketKind.Tcp)
        {
            Arrives(in packet);
        }
    }

    public void HalfOpenEntered() => _halfOpenConnections++;

    public void HalfOpenLeft() => _halfOpenConnections--;

    /// <summary>A connection that a Fast Open cookie let in is confirmed, or over.</summary>
    public void FastOpenLeft(bool byReset) => _fastOpen!.Leave(byReset, Shard.Now);

    /// <summary>A connection is over.</summary>
    public void Ended()
    {
        _connections--;
        StopIfDone();
    }

    /// <summary>No SYN will come any more: what stands in for connections is forgotten, and the listener ends with the last of its connections.</summary>
    public void Retire()
    {
        _isRetired = true;
        _gatehouse?.Close();
        _router.SynCaches -= _cache is null ? 0 : 1;
        _cache = null;
        StopIfDone();
    }

    public override string ToString() => $"listener on port {Endpoint.Options.Port}";

    protected override Directive Decide(Actor child, Exception failure) => Directive.Stop;

    /// <summary>Keeps the connections.</summary>
    protected override void PreRestart(Exception failure)
    {
    }

    protected override void PostRestart() => Attend();

    private void Arrives(in Packet packet)
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

        if (Redeems(in packet))
        {
            return;
        }

        _router.Effects.Begin(Shard.Now);
        SegmentArrives.Process(_listening, in packet.Tcp, _router.Effects);
        _router.Reply(packet.Tuple, Endpoint.Options.Connection.Path);
    }

    /// <summary>"The server allocates the variables to the connection": an actor with a control block.</summary>
    /// <param name="iss">The initial send sequence number, where the peer knows it already.</param>
    /// <param name="fastOpen">What is answered to a Fast Open option.</param>
    private ConnectionActor Open(in FourTuple tuple, uint hash, InlineProtocol protocol, SeqNum? iss = null, FastOpen? fastOpen = null)
    {
        _router.Counters.Add(Counter.PassiveOpens);
        var tcb = _router.ControlBlock(Settings, in tuple, iss);
        _router.Effects.Begin(Shard.Now);
        OpenCall.Passive(tcb, _router.Effects);
        tcb.FastOpen = fastOpen;
        var connection = new ConnectionActor(_router, in tuple, hash, tcb, protocol);
        _connections++;
        Spawn(connection);
        return connection;
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
