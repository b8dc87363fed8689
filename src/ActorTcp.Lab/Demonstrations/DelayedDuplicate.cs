using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>A SYN that was held up in the network arrives when nobody wants a connection any more, or just before its user tries anew.</summary>
internal static class DelayedDuplicate
{
    /// <summary>What the client believes to be the longest life of a segment. The one that was held up outlives even that.</summary>
    public static readonly TimeSpan Msl = TimeSpan.FromSeconds(2);

    private static readonly TimeSpan HeldUp = TimeSpan.FromSeconds(12);

    /// <summary>The client repeats its SYN, the connection is made, used and closed, TIME-WAIT passes; then the first SYN arrives.</summary>
    public static SlowNetwork AfterTheConnection(Staging staging)
    {
        var network = new SlowNetwork(staging, Msl);
        network.HoldNext(HeldUp);
        network.Connect();
        network.RunUntil(1.2);
        SlowNetwork.Ask(network.Client, connection => connection.Send(Conversation.Request));
        network.RunUntil(1.3);
        SlowNetwork.Ask(network.Client, connection => connection.CloseSend());
        network.RunUntil(1.4);
        SlowNetwork.Ask(network.Server, connection => connection.Close());
        network.RunUntil(15);
        return network;
    }

    /// <summary>The client had given up an attempt; it makes another from the same port, and the SYN of the first arrives before that of the second.</summary>
    public static SlowNetwork BeforeTheConnection(Staging staging)
    {
        var network = new SlowNetwork(staging, Msl);
        network.HoldNext(TimeSpan.FromSeconds(10.005));
        network.ConnectAndGiveUpAfter(0.5);
        network.RunUntil(10);
        network.HoldNext(TimeSpan.FromSeconds(0.04));
        network.Connect();
        network.RunUntil(11);
        return network;
    }

    /// <summary>TIME-WAIT is a record without a history: its end is put in from the time at which it began.</summary>
    public static Ladder Forgetting(Ladder ladder)
    {
        var waits = ladder.Rungs.First(rung => rung.Left.Contains(TcpState.TimeWait));
        var over = new LadderRung { At = waits.At + (2 * Msl), Left = [TcpState.Closed], Note = "2 MSL are over" };
        return ladder with { Rungs = [.. ladder.Rungs.Where(rung => rung.At <= over.At), over, .. ladder.Rungs.Where(rung => rung.At > over.At)] };
    }
}
