using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Looks on while a stack runs. It is called on the shards' threads, several at once where there are several: it must neither block nor throw, and what it cannot take it counts and lets go.</summary>
internal interface ITap
{
    /// <summary>A packet has come, before anything is decided about it, or is about to leave.</summary>
    void Packet(in TappedPacket packet)
    {
    }

    /// <summary>Something has happened to a connection: what its history remembers, whether or not it is kept.</summary>
    void Happened(ConnectionActor connection, in HistoryEntry entry)
    {
    }

    /// <summary>A connection is over; nothing follows.</summary>
    void Ended(TimeSpan at, ConnectionActor connection, ConnectionEnd end)
    {
    }

    /// <summary>A listener has decided about a SYN or a final ACK, or has found a flood or its end.</summary>
    /// <param name="what">The counter that counted it.</param>
    /// <param name="tuple">About whom; default where it was about nobody in particular.</param>
    void Decided(TimeSpan at, TcpListener listener, Counter what, in FourTuple tuple)
    {
    }

    /// <summary>A listener follows another policy from now on. Told once, on the first shard.</summary>
    void Switched(TimeSpan at, TcpListener listener, HalfOpenPolicy former)
    {
    }
}
