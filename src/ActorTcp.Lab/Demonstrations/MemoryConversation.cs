using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>A client and a server, both our own, on a link in memory: nobody needs to be root.</summary>
internal sealed class MemoryConversation
{
    private readonly VirtualLink _link = new();
    private readonly Guest _server = new();
    private readonly IReadOnlyList<TurnCost> _costs;
    private readonly TcpStack _left;

    public MemoryConversation(Staging staging)
    {
        var device = new MeasuringDevice(staging.Captured(_link.Right, _link.Clock));
        var right = _link.Attach(device, new TcpStackOptions { Seed = staging.Seed });
        _left = _link.Attach(_link.Left, new TcpStackOptions { Seed = staging.Seed + 1 });
        device.Watch(right);
        _costs = device.Costs;
        _link.Recorder = new Recorder(_left, right);
        _link.Listen(right, _server);
    }

    public Recording Recording => _link.Recorder!.Recording;

    /// <summary>Both connections of a <see cref="Conversation"/>, one after the other.</summary>
    public static Conversation Hold(Staging staging)
    {
        var network = new MemoryConversation(staging);
        var (client, eager) = (network.Talk(), network.TalkAtOnce());
        var histories = network._server.Histories;
        var costs = network._costs;
        return new Conversation(
            "Both ends are our own, joined by a link in memory with a delay of 10 ms.",
            Draw(client, histories[0]).NotingCosts(costs),
            Draw(eager, histories[1]),
            Conversation.Isn(histories[0], HistoryEntryKind.SegmentIn),
            Conversation.Isn(histories[0], HistoryEntryKind.SegmentOut),
            costs[0],
            Told: []);
    }

    /// <summary>A connection whose client speaks a while after it is established, and closes first.</summary>
    public Guest Talk() => Talk(new Guest(answers: false), connection => connection.Send(Conversation.Request));

    /// <summary>The same with a client that speaks as soon as it may.</summary>
    public Guest TalkAtOnce() => Talk(new Guest(Conversation.Request, answers: false), saying: null);

    /// <summary>Until the client's TIME-WAIT is over.</summary>
    public void Rest() => _link.RunUntil(_link.Clock.Now + (2 * ConnectionSettings.Default.Msl));

    private Guest Talk(Guest client, Action<InlineConnection>? saying)
    {
        var begin = _link.Clock.Now;
        var earlier = _server.Connections.Count;
        _left.Connect(Sockets.Server, new IPEndPoint(Sockets.Client, 0), client);
        At(200);
        if (saying is not null)
        {
            client.Then = saying;
            client.Connections[0].Notify();
        }

        At(400);
        client.Then = connection => connection.CloseSend();
        client.Connections[0].Notify();
        At(600);
        _server.Connections[earlier].Notify();
        At(800);
        return client;

        void At(int milliseconds) => _link.RunUntil(begin + TimeSpan.FromMilliseconds(milliseconds));
    }

    private static Ladder Draw(Guest client, HistoryEntry[] byTheServer) => Ladder.Between(
        new LadderEnd(Sockets.Caption("client: ActorTcp", client.Connections[0].LocalEndPoint), client.Histories[0]),
        new LadderEnd(Sockets.Caption("server: ActorTcp", Sockets.Server), byTheServer));
}
