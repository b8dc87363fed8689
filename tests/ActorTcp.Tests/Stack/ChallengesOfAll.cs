using ActorTcp.Stack;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 5961 §7: besides each connection's own limit there is one for all, and it does not tell one connection about another.</summary>
[Rule("RFC 5961", "§7")]
public sealed class ChallengesOfAll
{
    private const int Mean = 20;
    private const int Victims = 20;

    private readonly LoneStack _stack = new(new TcpStackOptions { ChallengesPerSecond = Mean });
    private readonly Stranger[] _peers;

    public ChallengesOfAll()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Discard() });
        _peers = [.. Enumerable.Range(0, Victims).Select(i => _stack.Peer($"10.9.0.{i + 1}:1000"))];
        Array.ForEach(_peers, peer => peer.Connects());
    }

    [Fact]
    public void Are_limited_however_many_connections_there_are()
    {
        var answered = InOneSecond();

        Assert.InRange(answered, Mean / 2, Mean * 3 / 2);
        Assert.Equal((Victims * 5) - answered, _stack.Count(Counter.ChallengesSuppressed));
    }

    [Fact]
    public void Are_another_number_each_second()
    {
        var answered = new List<int>();
        for (var second = 0; second < 40; second++)
        {
            answered.Add(InOneSecond());
            _stack.Advance(TimeSpan.FromSeconds(6));   // the connections' own limits begin anew
        }

        Assert.InRange(answered.Distinct().Count(), 8, 21);
        Assert.InRange(answered.Average(), Mean * 0.8, Mean * 1.2);
        Assert.All(answered, count => Assert.InRange(count, Mean / 2, Mean * 3 / 2));
    }

    /// <summary>Five forged resets to each connection; how many challenges they bring.</summary>
    private int InOneSecond()
    {
        for (var i = 0; i < 5; i++)
        {
            Array.ForEach(_peers, peer => peer.Sends(Rst(seq: 1000)));
        }

        return _peers.Sum(peer => peer.Receives().Count);
    }
}
