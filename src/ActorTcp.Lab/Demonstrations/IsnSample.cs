using System.Net;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Lab;

/// <summary>The initial sequence numbers of one connection among several.</summary>
internal readonly record struct IsnSample(ushort ClientPort, SeqNum ClientIsn, SeqNum ServerIsn)
{
    /// <summary>Of connections from one client to one server, each begun right after the one before.</summary>
    public static IReadOnlyList<IsnSample> Take(int count, Staging staging)
    {
        var link = new VirtualLink();
        var right = link.Attach(link.Right, new TcpStackOptions { Seed = staging.Seed });
        var left = link.Attach(link.Left, new TcpStackOptions { Seed = staging.Seed + 1 });
        link.Listen(right, new Guest());
        var client = new Guest(answers: false);
        for (var i = 0; i < count; i++)
        {
            left.Connect(Sockets.Server, new IPEndPoint(Sockets.Client, 0), client);
            link.RunUntil(link.Clock.Now + (3 * VirtualLink.Delay));
        }

        return [.. client.Connections.Select(Of)];
    }

    private static IsnSample Of(InlineConnection connection)
    {
        var tcb = connection.Actor.Tcb;
        return new IsnSample(connection.Actor.Tuple.LocalPort, tcb.Snd.Iss, tcb.Rcv.Irs);
    }
}
