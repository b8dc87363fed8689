using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Wire;

namespace ActorTcp.Cli;

/// <summary>The first danger of doing without step 3: connections that are held for nobody.</summary>
internal sealed class HalfOpenWaste
{
    private const int Limit = 3;
    private static readonly IPNetwork Nowhere = IPNetwork.Parse("192.0.2.0/24");

    private readonly VirtualLink _link = new();
    private readonly Guest _server = new();
    private readonly Guest _client = new(answers: false);
    private readonly TcpStack _right;
    private readonly TcpStack _left;

    public HalfOpenWaste(DemoOptions options)
    {
        _right = _link.Attach(_link.Right, new TcpStackOptions { Seed = options.Seed });
        _left = _link.Attach(_link.Left, new TcpStackOptions { Seed = options.Seed + 1 });
        _link.Fate = packet => IsForNobody(packet.Span) ? null : VirtualLink.Delay;
    }

    public void Tell(Narrator narrator, TurnCost ofSyn)
    {
        var listener = _link.Listen(_right, _server, Limit, HalfOpenPolicy.Textbook);   // every other policy knows a way out
        for (var i = 1; i <= Limit; i++)
        {
            Pretend(i);
        }

        _link.RunUntil(TimeSpan.FromSeconds(0.5));
        var halfOpen = listener.HalfOpen;
        _left.Connect(Sockets.Server, new IPEndPoint(Sockets.Client, 0), _client);
        _link.RunUntil(TimeSpan.FromSeconds(65));

        narrator.Heading("4  Why step 3?  (a) The half-open waste", "RFC 9293 §3.5, RFC 4987");
        narrator.Say(
            $"""
            {Limit} SYNs arrive from addresses where nobody is: each SYN-ACK goes nowhere. Nothing tells the server so; it repeats its SYN-ACK, and keeps the
            half-open connection until it loses patience. (From here on everything runs on the link in memory and on a clock that jumps.)
            """);
        narrator.Show(Forged());
        narrator.Say(
            $"""
            Were there no step 3, the server would take this for a connection and wait for its data for ever. As it is, each costs {ofSyn.Allocated:N0} octets for {Patience.TotalSeconds:0} s, and
            a place: the limit was {Limit} here, {halfOpen} were half-open, and a client that means it waits outside:
            """);
        narrator.Show(Honest());
        long usual = new ListenOptions { Port = 1 }.HalfOpenLimit;
        narrator.Say(
            $"""
            {_right.Count(Counter.HalfOpenLimitDrops)} of its SYNs were dropped, until the others' places were free: that is how a SYN flood works. At our usual limit of {usual:N0} such
            connections hold {usual * ofSyn.Allocated / 1e6:N0} MB; had the buffers been allocated at the SYN, as the textbook has it, two of 64 KiB each, it would be {usual * 131072L / 1e9:N1} GB.
            """);
    }

    private static TimeSpan Patience => ConnectionSettings.Default.HalfOpenTimeout;

    /// <summary>Where nobody is, there is no state either: what the ladder infers from the forged SYN is taken out.</summary>
    private Ladder Forged()
    {
        var here = new LadderEnd(Sockets.Caption("server: ActorTcp", Sockets.Server), _server.Histories[0]);
        var ladder = Ladder.Of(here, Sockets.Caption("nobody", From(1)));
        return ladder with { Rungs = [.. ladder.Rungs.Select(rung => rung with { Left = [] })] };
    }

    private Ladder Honest()
    {
        var here = new LadderEnd(Sockets.Caption("client: ActorTcp", _client.Connections[0].LocalEndPoint), _client.Connections[0].History);
        var there = new LadderEnd(Sockets.Caption("server: ActorTcp", Sockets.Server), _server.Connections[0].History);
        return Ladder.Between(here, there).Noting(rung => rung.Passage == LadderPassage.Lost ? "dropped at the limit" : null);
    }

    private static IPEndPoint From(int number) => new(IPAddress.Parse($"192.0.2.{number}"), 4000 + number);

    private void Pretend(int number)
    {
        var from = From(number);
        var tuple = new FourTuple(IpAddr.From(from.Address), (ushort)from.Port, IpAddr.From(Sockets.Server.Address), (ushort)Sockets.Server.Port);
        var syn = new Segment { Seq = new SeqNum((uint)number * 1_000_000), Control = ControlBits.Syn, Wnd = 65535 };
        var packet = new byte[SegmentWriter.HeaderLength(v4: true, default)];
        SegmentWriter.Write(packet, in tuple, PathAttributes.Default, in syn);
        _link.Send(_link.Right, packet);
    }

    private static bool IsForNobody(ReadOnlySpan<byte> packet) => Nowhere.Contains(new IPAddress(packet.Slice(16, 4)));
}
