using System.Diagnostics;
using System.Net;
using ActorTcp.Actors;
using ActorTcp.Protocol;

namespace ActorTcp.Stack;

/// <summary>A connection as its <see cref="InlineProtocol"/> sees it. Everything but <see cref="Notify"/> is for the shard's thread, within a call of the protocol.</summary>
public readonly struct InlineConnection : IEquatable<InlineConnection>
{
    private readonly ConnectionActor _actor;

    internal InlineConnection(ConnectionActor actor) => _actor = actor;

    public IPEndPoint LocalEndPoint => new(_actor.Tuple.Local.ToIPAddress(), _actor.Tuple.LocalPort);

    public IPEndPoint RemoteEndPoint => new(_actor.Tuple.Remote.ToIPAddress(), _actor.Tuple.RemotePort);

    /// <summary>Whatever the protocol wants to remember about this connection.</summary>
    public object? State
    {
        get => _actor.ProtocolState;
        set => _actor.ProtocolState = value;
    }

    /// <summary>What was chosen for this connection; other choices count from the next event on, those excepted that the SYN has told the peer.</summary>
    public ConnectionSettings Settings
    {
        get => _actor.Tcb.Settings;
        set => _actor.Tcb.Settings = value;
    }

    /// <summary>Octets that <see cref="Send"/> would take now.</summary>
    public int SendRoom => _actor.SendRoom;

    /// <summary>Whether the peer has sent its FIN: text that is offered now is the last.</summary>
    public bool PeerHasClosed => _actor.Tcb.Rcv.HasTakenFin;

    /// <summary>What has happened to this connection, as far as it is kept; empty when the stack keeps no histories.</summary>
    internal HistoryEntry[] History => _actor.History?.ToArray() ?? [];

    /// <inheritdoc cref="ConnectionActor.Activity"/>
    internal Activity? Activity => _actor.Activity;

    internal ConnectionActor Actor => _actor;

    /// <summary>RFC 9293 §3.10.2: SEND.</summary>
    /// <returns>How many octets were taken; if not all, <see cref="InlineProtocol.Writable"/> will be called.</returns>
    public int Send(ReadOnlySpan<byte> text) => _actor.Send(text);

    /// <summary>RFC 9293 §3.10.4: CLOSE of this side only; the peer may go on to send.</summary>
    public void CloseSend() => _actor.Close(CloseKind.SendSide);

    /// <summary>CLOSE of both directions: what was sent still arrives, what the peer sends from now on is answered with a reset.</summary>
    public void Close() => _actor.Close(CloseKind.Both);

    /// <summary>RFC 9293 §3.10.5: ABORT.</summary>
    public void Abort() => _actor.Abort();

    /// <summary>Has <see cref="InlineProtocol.Notified"/> called on the shard's thread, and text that was left offered again. From any thread.</summary>
    public void Notify() => ActorRef<ConnectionCommand>.To(_actor).Tell(ConnectionCommand.Notify);

    public bool Equals(InlineConnection other) => _actor == other._actor;

    public override bool Equals(object? obj) => obj is InlineConnection other && Equals(other);

    public override int GetHashCode() => _actor.GetHashCode();

    public static bool operator ==(InlineConnection a, InlineConnection b) => a.Equals(b);

    public static bool operator !=(InlineConnection a, InlineConnection b) => !a.Equals(b);
}
