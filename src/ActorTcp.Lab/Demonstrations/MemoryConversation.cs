using System.Net;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>The same with two of our stacks and a link in memory: nobody needs to be root.</summary>
internal static class MemoryConversation
{
    public static Conversation Hold(Staging staging)
    {
        var link = new VirtualLink();
        var device = new MeasuringDevice(staging.Captured(link.Right, link.Clock));
        var server = new Guest();
        var right = link.Attach(device, new TcpStackOptions { Seed = staging.Seed });
        var left = link.Attach(link.Left, new TcpStackOptions { Seed = staging.Seed + 1 });
        device.Watch(right);
        link.Listen(right, server);

        var client = Talk(link, left, server, new Guest(answers: false));
        var eager = Talk(link, left, server, new Guest(Conversation.Request, answers: false));
        return new Conversation(
            "Both ends are our own, joined by a link in memory with a delay of 10 ms.",
            Draw(client, server.Histories[0]).NotingCosts(device.Costs),
            Draw(eager, server.Histories[1]),
            Conversation.Isn(server.Histories[0], HistoryEntryKind.SegmentIn),
            Conversation.Isn(server.Histories[0], HistoryEntryKind.SegmentOut),
            device.Costs[0],
            Told: []);
    }

    private static Guest Talk(VirtualLink link, TcpStack left, Guest server, Guest client)
    {
        var begin = link.Clock.Now;
        var earlier = server.Connections.Count;
        left.Connect(Sockets.Server, new IPEndPoint(Sockets.Client, 0), client);
        At(200);
        if (earlier == 0)
        {
            client.Then = connection => connection.Send(Conversation.Request);
            client.Connections[0].Notify();
        }

        At(400);
        client.Then = connection => connection.CloseSend();
        client.Connections[0].Notify();
        At(600);
        server.Connections[earlier].Notify();
        At(800);
        return client;

        void At(int milliseconds) => link.RunUntil(begin + TimeSpan.FromMilliseconds(milliseconds));
    }

    private static Ladder Draw(Guest client, HistoryEntry[] byTheServer) => Ladder.Between(
        new LadderEnd(Sockets.Caption("client: ActorTcp", client.Connections[0].LocalEndPoint), client.Histories[0]),
        new LadderEnd(Sockets.Caption("server: ActorTcp", Sockets.Server), byTheServer));
}
