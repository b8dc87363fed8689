using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;

namespace ActorTcp.Lab;

/// <summary>SYNs from addresses where nobody is fill the places of a small server, and a client that means it waits outside.</summary>
internal sealed class HalfOpenWaste
{
    /// <summary>Half-open connections that the server allows.</summary>
    public const int Limit = 3;

    private static readonly IPNetwork Nowhere = IPNetwork.Parse("192.0.2.0/24");

    private readonly VirtualLink _link = new();
    private readonly Guest _server = new();
    private readonly Guest _client = new(answers: false);
    private readonly TcpStack _right;

    private HalfOpenWaste(Staging staging)
    {
        _right = _link.Attach(_link.Right, new TcpStackOptions { Seed = staging.Seed });
        var left = _link.Attach(_link.Left, new TcpStackOptions { Seed = staging.Seed + 1 });
        _link.Fate = packet => IsForNobody(packet.Span) ? null : VirtualLink.Delay;
        _link.Recorder = new Recorder(left, _right);

        var listener = _link.Listen(_right, _server, Limit, HalfOpenPolicy.Textbook);   // every other policy knows a way out
        for (var i = 1; i <= Limit; i++)
        {
            _link.Send(_link.Right, ForgedSyn.From(From(i)));
        }

        _link.RunUntil(TimeSpan.FromSeconds(0.5));
        HalfOpen = listener.HalfOpen;
        left.Connect(Sockets.Server, new IPEndPoint(Sockets.Client, 0), _client);
        _link.RunUntil(TimeSpan.FromSeconds(65));
    }

    public Recording Recording => _link.Recorder!.Recording;

    /// <summary>Places that were taken when the client came.</summary>
    public int HalfOpen { get; }

    /// <summary>SYNs of the client that were dropped.</summary>
    public long Dropped => _right.Count(Counter.HalfOpenLimitDrops);

    public static HalfOpenWaste Run(Staging staging) => new(staging);

    /// <summary>What became of the first forged SYN. Where nobody is, there is no state either: what the ladder infers from the SYN is taken out.</summary>
    public Ladder Forged()
    {
        var here = new LadderEnd(Sockets.Caption("server: ActorTcp", Sockets.Server), _server.Histories[0]);
        var ladder = Ladder.Of(here, Sockets.Caption("nobody", From(1)));
        return ladder with { Rungs = [.. ladder.Rungs.Select(rung => rung with { Left = [] })] };
    }

    /// <summary>How the client fared.</summary>
    public Ladder Honest()
    {
        var here = new LadderEnd(Sockets.Caption("client: ActorTcp", _client.Connections[0].LocalEndPoint), _client.Connections[0].History);
        var there = new LadderEnd(Sockets.Caption("server: ActorTcp", Sockets.Server), _server.Connections[0].History);
        return Ladder.Between(here, there).Noting(rung => rung.Passage == LadderPassage.Lost ? "dropped at the limit" : null);
    }

    private static IPEndPoint From(int number) => new(IPAddress.Parse($"192.0.2.{number}"), 4000 + number);

    private static bool IsForNobody(ReadOnlySpan<byte> packet) => Nowhere.Contains(new IPAddress(packet.Slice(16, 4)));
}
