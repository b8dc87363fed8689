using ActorTcp.Actors;
using ActorTcp.Protocol;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <content>Active OPEN.</content>
internal sealed partial class SegmentRouter
{
    /// <summary>RFC 6056 §3.2: ports from here up are for active opens.</summary>
    private const int FirstEphemeralPort = 32768;

    private uint _portCounter;

    /// <summary>What other servers, and the way to them, have made of Fast Open.</summary>
    public FastOpenCache FastOpenPeers { get; }

    void IReceive<OpenRequest>.Receive(in OpenRequest request)
    {
        if (!TryChoose(request.Tuple, out var tuple))
        {
            Shard.Post(request.Refused);   // what it throws is not this actor's failure
            return;
        }

        var tcb = ControlBlock(request.Settings, in tuple);
        tcb.RemoteSpecified = true;
        var connection = new ConnectionActor(this, in tuple, Hash(in tuple), tcb, request.Protocol);
        if (request.FastOpenText is { } text)
        {
            tcb.FastOpen = FastOpenPeers.For(in tuple, Shard.Now);
            connection.Preload(text.Span);
        }

        Spawn(connection);
    }

    /// <summary>SYN-SENT is left: what that says about Fast Open to this server is remembered for the next time.</summary>
    public void FastOpenAnswered(in FourTuple tuple, FastOpen fastOpen, Cause cause)
    {
        Counters.Add(Counter.FastOpenActive, fastOpen.Acknowledged > 0 ? 1 : 0);
        Counters.Add(Counter.FastOpenActiveFailures, fastOpen is { TextOnSyn: > 0, Acknowledged: 0 } ? 1 : 0);
        if (fastOpen.Answer == FastOpenAnswer.Refused || cause is Cause.UserTimeout or Cause.IcmpHardError)
        {
            FastOpenPeers.Refused(in tuple, Shard.Now);
        }
        else if (fastOpen.Option is { IsRequest: false } cookie)
        {
            FastOpenPeers.Remember(in tuple, cookie, fastOpen.Mss);
        }
    }

    /// <summary>RFC 6056 §3.3.3, "simple hash-based": a keyed hash of the destination gives the place to start, a counter goes on from there.</summary>
    private bool TryChoose(FourTuple asked, out FourTuple tuple)
    {
        tuple = asked;
        if (asked.LocalPort != 0)
        {
            return IsFree(in tuple);
        }

        var range = (uint)(ushort.MaxValue + 1 - FirstEphemeralPort);
        var offset = Hash(in asked);
        for (var tries = 0; tries < range; tries++)
        {
            var port = (ushort)(FirstEphemeralPort + ((offset + _portCounter++) % range));
            tuple = asked with { LocalPort = port };
            if (_stack.OwnerOf(Hash(in tuple)) == this && IsFree(in tuple))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A connection to its own end would be taken for a LAND attack.</summary>
    private bool IsFree(in FourTuple tuple)
    {
        if (tuple == tuple.Reversed)
        {
            return false;
        }

        var hash = Hash(in tuple);
        return Flows.Find(in tuple, hash) is null && TimeWaits.Find(in tuple, hash) < 0;
    }
}
