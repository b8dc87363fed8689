using System.Net;
using ActorTcp.Actors;
using ActorTcp.Wire;

namespace ActorTcp.Stack;

/// <summary>Where the SYNs of one listener and shard wait while its gate makes up its mind.</summary>
internal sealed class Gatehouse(ListenerActor listener, IGate gate)
{
    private readonly Dictionary<FourTuple, GatedSyn> _waiting = [];

    public int Count => _waiting.Count;

    public void Ask(in Packet packet)
    {
        var tuple = packet.Tuple;
        if (_waiting.TryGetValue(tuple, out var earlier))
        {
            if (earlier.Seq == packet.Tcp.Seq)
            {
                return;
            }

            Withdraw(earlier);   // another connection of the same two ends
        }

        var syn = new GatedSyn(in packet);
        _waiting.Add(tuple, syn);
        _ = AskAsync(syn);
    }

    /// <summary>The peer has thought better of it: a reset right after its SYN.</summary>
    public void ResetArrives(in Packet packet)
    {
        if (_waiting.TryGetValue(packet.Tuple, out var syn) && packet.Tcp.Seq == syn.Seq + 1)
        {
            Withdraw(syn);
        }
    }

    /// <returns>Whether somebody still waits for the answer.</returns>
    public bool Leaves(GatedSyn syn)
    {
        var isAwaited = _waiting.TryGetValue(syn.Tuple, out var waiting) && waiting == syn && _waiting.Remove(syn.Tuple);
        syn.Dispose();
        return isAwaited;
    }

    public void Close()
    {
        foreach (var syn in _waiting.Values.ToArray())
        {
            Withdraw(syn);
        }
    }

    private void Withdraw(GatedSyn syn)
    {
        _waiting.Remove(syn.Tuple);
        syn.Withdraw();
    }

    private async Task AskAsync(GatedSyn syn)
    {
        GateAnswered answered;
        try
        {
            var tuple = syn.Tuple;
            answered = new GateAnswered(syn, await gate.AskAsync(
                new IPEndPoint(tuple.Local.ToIPAddress(), tuple.LocalPort),
                new IPEndPoint(tuple.Remote.ToIPAddress(), tuple.RemotePort),
                syn.Withdrawn).ConfigureAwait(false));
        }
        catch (Exception failure)
        {
            answered = new GateAnswered(syn, GateAnswer.Ignore, failure);   // it is the listener's to fail
        }

        ActorRef<GateAnswered>.To(listener).Tell(in answered);
    }
}
