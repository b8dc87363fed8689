using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>A client that always speaks from the same port, a server, and a network that can hold a packet up.</summary>
internal sealed class SlowNetwork
{
    private static readonly IPEndPoint Local = new(Sockets.Client, 40000);

    private readonly VirtualLink _link = new();
    private readonly TcpStack _left;
    private TimeSpan? _next;

    /// <param name="msl">How long the client believes that a segment can live.</param>
    public SlowNetwork(Staging staging, TimeSpan msl)
    {
        _link.Fate = _ => Next();
        var settings = ConnectionSettings.Default with { Msl = msl };
        _left = _link.Attach(_link.Left, new TcpStackOptions { Seed = staging.Seed, Connection = settings });
        var right = _link.Attach(_link.Right, new TcpStackOptions { Seed = staging.Seed + 1 });
        _link.Recorder = new Recorder(_left, right);
        _link.Listen(right, Server);
    }

    public Recording Recording => _link.Recorder!.Recording;

    public Guest Client { get; } = new(answers: false);

    public Guest Server { get; } = new();

    /// <summary>The next packet takes that long.</summary>
    public void HoldNext(TimeSpan delay) => _next = delay;

    public void RunUntil(double seconds) => _link.RunUntil(TimeSpan.FromSeconds(seconds));

    public void Connect() => _left.Connect(Sockets.Server, Local, Client);

    /// <summary>The client's user loses interest before there is an answer.</summary>
    public void ConnectAndGiveUpAfter(double seconds)
    {
        using var interest = new CancellationTokenSource();
        _ = _left.ConnectAsync(Sockets.Server, Local, interest.Token);
        RunUntil(seconds);
        interest.Cancel();
    }

    public static void Ask(Guest guest, Action<InlineConnection> action)
    {
        guest.Then = action;
        guest.Connections[0].Notify();
    }

    /// <summary>The client's only connection that was established, and all that the server has seen.</summary>
    public Ladder Draw()
    {
        var ended = Server.Histories.SelectMany(history => history);
        var alive = Server.Connections.Select(connection => connection.History).Where(history => !Server.Histories.Any(history.SequenceEqual));
        return Ladder.Between(
            new LadderEnd(Sockets.Caption("client: ActorTcp", Local), Client.Connections[0].History),
            new LadderEnd(Sockets.Caption("server: ActorTcp", Sockets.Server), [.. ended, .. alive.SelectMany(history => history)]));
    }

    private TimeSpan Next()
    {
        var delay = _next ?? VirtualLink.Delay;
        _next = null;
        return delay;
    }
}
