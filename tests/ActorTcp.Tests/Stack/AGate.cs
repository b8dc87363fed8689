using System.Net;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>A SYN is answered when somebody has said that there is anybody to speak to.</summary>
public sealed class AGate : IGate
{
    private readonly LoneStack _stack = new();
    private readonly List<TaskCompletionSource<GateAnswer>> _asked = [];
    private readonly List<CancellationToken> _withdrawn = [];
    private readonly List<TcpConnection> _opened = [];
    private readonly List<ConnectionEnd> _failed = [];
    private readonly Stranger _peer;

    public AGate() => _peer = _stack.Peer("10.9.0.1:1000");

    [Fact]
    public void Holds_the_syn_back_until_it_opens()
    {
        Listen();
        _peer.Sends(Syn());
        Assert.Empty(_peer.Receives());

        Answer(Open);

        Assert.Equal("S. 0:0(0) ack 1 win 65535 <mss 1460>", _peer.Text(_peer.Next()));
        _peer.Sends(Ack(seq: 1, ack: 1));
        Assert.Equal(IPEndPoint.Parse("10.9.0.1:1000"), Assert.Single(_opened).RemoteEndPoint);
    }

    [Fact]
    public void Refuses_as_a_closed_port_does()
    {
        Listen();
        _peer.Sends(Syn());

        Answer(GateAnswer.Refuse);

        Assert.Equal("R. 0:0(0) ack 1 win 0", _peer.Text(_peer.Next()));
        Assert.Equal(0, _stack.Stack.Connections);
    }

    [Fact]
    public void Is_asked_once_while_a_syn_is_repeated_and_again_after_silence()
    {
        Listen();
        _peer.Sends(Syn());
        _peer.Sends(Syn());
        Assert.Single(_asked);

        Answer(GateAnswer.Ignore);
        Assert.Empty(_peer.Receives());

        _peer.Sends(Syn());
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public void Is_asked_anew_for_another_connection_between_the_same_ends()
    {
        Listen();
        _peer.Sends(Syn());
        _peer.Isn += 5000;
        _peer.Sends(Syn());

        Assert.Equal([true, false], _withdrawn.Select(token => token.IsCancellationRequested));
        Answer(Open, question: 0);
        Assert.Equal(ConnectionEnd.Aborted, Assert.Single(_failed));
        Answer(Open, question: 1);
        Assert.Equal("S. 0:0(0) ack 1 win 65535 <mss 1460>", _peer.Text(_peer.Next()));
    }

    [Theory, InlineData(1u, true), InlineData(0u, false), InlineData(2u, false)]
    public void Learns_that_the_peer_has_reset(uint seq, bool isWithdrawn)
    {
        Listen();
        _peer.Sends(Syn());

        _peer.Sends(Rst(seq));

        Assert.Equal(isWithdrawn, _withdrawn[0].IsCancellationRequested);
        Answer(Open);
        Assert.Equal(isWithdrawn ? 1 : 0, _failed.Count);
        Assert.Equal(isWithdrawn ? 0 : 1, _peer.Receives().Count);
    }

    [Fact]
    public async Task Learns_that_the_listener_closes()
    {
        var listener = Listen();
        _peer.Sends(Syn());

        await listener.CloseAsync();

        Assert.True(_withdrawn[0].IsCancellationRequested);
        Assert.Empty(_peer.Receives());
    }

    [Fact]
    public void Keeps_no_more_waiting_than_may_be_half_open()
    {
        Listen(halfOpenLimit: 1);
        _peer.Sends(Syn());

        _stack.Peer("10.9.0.2:1000").Sends(Syn());

        Assert.Single(_asked);
        Assert.Equal(1, _stack.Count(Counter.HalfOpenLimitDrops));
        Answer(GateAnswer.Refuse);
        _stack.Peer("10.9.0.2:1000").Sends(Syn());
        Assert.Equal(2, _asked.Count);
    }

    [Fact]
    public void Is_told_when_the_handshake_that_it_allowed_fails()
    {
        Listen();
        _peer.Sends(Syn());
        Answer(Open);

        _peer.Sends(Rst(seq: 1));

        Assert.Single(_failed);
        Assert.Empty(_opened);
    }

    [Fact]
    public void That_throws_fails_alone()
    {
        Listen();
        _peer.Sends(Syn());

        _asked[0].SetException(new InvalidOperationException("no hinges"));
        _stack.Settle();

        Assert.Contains("no hinges", Assert.Single(_stack.Failures), StringComparison.Ordinal);
        _peer.Sends(Syn());
        Answer(Open, question: 1);
        Assert.Equal(ControlBits.Syn | ControlBits.Ack, _peer.Next().Control);
    }

    ValueTask<GateAnswer> IGate.AskAsync(IPEndPoint local, IPEndPoint remote, CancellationToken withdrawn)
    {
        _withdrawn.Add(withdrawn);
        _asked.Add(new TaskCompletionSource<GateAnswer>());   // its continuations run in SetResult
        return new ValueTask<GateAnswer>(_asked[^1].Task);
    }

    private GateAnswer Open => GateAnswer.Open(_opened.Add, _failed.Add);

    private TcpListener Listen(int halfOpenLimit = 10) => _stack.Listen(new ListenOptions
    {
        Port = 80,
        Policy = HalfOpenPolicy.Textbook,
        HalfOpenLimit = halfOpenLimit,
        Gate = this,
    });

    private void Answer(GateAnswer answer, int question = 0)
    {
        _asked[question].SetResult(answer);
        _stack.Settle();
    }
}
