using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Defence;

/// <summary>RFC 4987 §3.6: a connection without anything that was kept about it.</summary>
[Rule("RFC 4987", "§3.6")]
public sealed class CookiesOfAListener
{
    private readonly LoneStack _stack = new();
    private readonly TcpListener _listener;

    public CookiesOfAListener() => _listener = _stack.Listen(new ListenOptions { Port = 80, Protocol = new Hello("welcome"), Policy = HalfOpenPolicy.Cookies });

    [Fact]
    public void A_syn_leaves_nothing_behind_and_its_ack_makes_a_connection()
    {
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Sends(Syn().Mss(1399).WindowScale(7).SackPermitted().Timestamps(val: 5, ecr: 0));
        Assert.Equal((0, 0, 0L), (_listener.HalfOpen, _stack.Stack.Connections, _stack.Count(Counter.PassiveOpens)));
        var answer = peer.Next();
        Assert.Equal((peer.Isn + 1, OptionKinds.Mss | OptionKinds.WindowScale | OptionKinds.SackPermitted | OptionKinds.Timestamps), (answer.Ack, answer.Options.Present));
        Assert.Equal(5u, answer.Options.TsEcr);

        peer.Sends(Ack(seq: 1, ack: 1).Win(100).Timestamps(val: 6, ecr: answer.Options.TsVal));
        Assert.Equal("welcome", peer.Next().AsText());
        var tcb = _stack.Only().Tcb;
        Assert.Equal((1360, 7, 100u << 7), (tcb.Snd.Mss, tcb.Snd.Shift, tcb.Snd.Wnd));
        Assert.True(tcb.Has(OptionKinds.SackPermitted) && tcb.Has(OptionKinds.Timestamps));
        Assert.Equal((1L, 1L, 0L), (_stack.Count(Counter.SynCookiesSent), _stack.Count(Counter.SynCookiesReceived), _stack.Count(Counter.SynCookiesFailed)));
    }

    [Fact]
    public void Without_timestamps_no_option_is_offered_that_would_be_forgotten()
    {
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Sends(Syn().Mss(1400).WindowScale(7).SackPermitted());
        Assert.Equal(OptionKinds.Mss, peer.Next().Options.Present);
        peer.Sends(Ack(seq: 1, ack: 1).Win(100));
        Assert.Equal((OptionKinds.None, 100u), (_stack.Only().Tcb.Negotiated, _stack.Only().Tcb.Snd.Wnd));
    }

    [Fact]
    [SubtleCase(3)]
    public void Text_on_the_syn_is_not_acknowledged_and_comes_again()
    {
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Sends(Syn().With("early"));
        Assert.Equal(peer.Isn + 1, peer.Next().Ack);
        peer.Sends(Text("early", seq: 1, ack: 1));
        Assert.Equal(peer.Isn + 6, peer.Next().Ack);
    }

    [Fact]
    [SubtleCase(14)]
    public void Text_completes_the_handshake_whose_ack_was_lost()
    {
        var peer = Answered("10.9.0.1:1000");
        peer.Sends(Text("hello", seq: 1, ack: 1));
        Assert.Equal((TcpState.FinWait1, 6u), (_stack.Only().Tcb.State, _stack.Only().Tcb.Rcv.Nxt.After(peer.Isn)));
    }

    [Fact]
    public void A_fin_completes_the_handshake_too()
    {
        var peer = Answered("10.9.0.1:1000");
        peer.Sends(FinAck(seq: 1, ack: 1));
        Assert.Equal("welcome", peer.Receives()[0].AsText());
        Assert.Equal(1, _stack.Count(Counter.Established));
    }

    [Fact]
    [SubtleCase(17)]
    public void Where_the_server_speaks_first_a_lost_ack_makes_the_client_wait_until_it_speaks_itself()
    {
        var peer = Answered("10.9.0.1:1000");
        _stack.Advance(10.Seconds());
        Assert.Empty(peer.Receives());   // nothing is kept that could repeat the SYN-ACK
        peer.Sends(Text("anybody there?", seq: 1, ack: 1));
        Assert.Contains(peer.Receives(), segment => segment.AsText() == "welcome");
    }

    [Fact]
    [SubtleCase(18)]
    public void A_late_ack_is_believed_after_one_change_of_the_secret_and_not_after_two()
    {
        var (slow, slower) = (Answered("10.9.0.1:1000"), Answered("10.9.0.2:1000"));
        _stack.Advance(30.Seconds());
        slow.Sends(Ack(seq: 1, ack: 1));
        Assert.Equal("welcome", slow.Next().AsText());
        _stack.Advance(30.Seconds());
        slower.Sends(Ack(seq: 1, ack: 1));
        Assert.Equal(ControlBits.Rst, slower.Next().Control);
        Assert.Equal(1, _stack.Count(Counter.SynCookiesFailed));
    }

    [Fact]
    [SubtleCase(19)]
    public void An_ack_that_is_played_back_makes_no_second_connection()
    {
        var peer = Answered("10.9.0.1:1000");
        peer.Sends(Ack(seq: 1, ack: 1));
        peer.Next();
        peer.Sends(Rst(seq: 1));
        Assert.Equal(0, _stack.Stack.Connections);
        peer.Sends(Ack(seq: 1, ack: 1));
        Assert.Empty(peer.Receives());
        Assert.Equal((0, 1L), (_stack.Stack.Connections, _stack.Count(Counter.SynCookiesReplayed)));
    }

    [Fact]
    [SubtleCase(15)]
    public void An_ack_without_a_cookie_is_reset()
    {
        var peer = Answered("10.9.0.1:1000");
        peer.Sends(Ack(seq: 1, ack: 2));
        Assert.Equal(ControlBits.Rst, peer.Next().Control);
        Assert.Equal((0, 1L), (_stack.Stack.Connections, _stack.Count(Counter.SynCookiesFailed)));
    }

    [Fact]
    [SubtleCase(20)]
    public async Task A_listener_that_was_not_flooded_lately_believes_no_cookie()
    {
        var peer = Answered("10.9.0.1:1000");
        await _listener.SwitchAsync(HalfOpenPolicy.Hybrid);
        var (early, late) = (Answered("10.9.0.2:1000"), Answered("10.9.0.3:1000"));
        Assert.Equal(2, _listener.HalfOpen);
        peer.Sends(Ack(seq: 1, ack: 1));
        Assert.Equal("welcome", peer.Next().AsText());   // it was sent under the former policy

        early.Sends(Rst(seq: 1));
        late.Sends(Rst(seq: 1));
        _stack.Advance(61.Seconds());
        late.Sends(Ack(seq: 1, ack: 1));
        Assert.Equal(ControlBits.Rst, late.Next().Control);
        Assert.Equal(0, _stack.Count(Counter.SynCookiesFailed));   // not even looked at
    }

    [Fact]
    [SubtleCase(16)]
    public async Task While_nobody_can_accept_an_ack_is_dropped_and_the_cookie_stays_good()
    {
        var listener = _stack.Listen(new ListenOptions { Port = 81, Backlog = 1, Policy = HalfOpenPolicy.Cookies });
        var (first, second) = (Answered("10.9.0.1:1000", "10.1.0.1:81"), Answered("10.9.0.2:1000", "10.1.0.1:81"));
        first.Sends(Ack(seq: 1, ack: 1));
        second.Sends(Ack(seq: 1, ack: 1));
        Assert.Empty(second.Receives());
        Assert.Equal((1, 1L, 1L), (listener.AcceptQueue, _stack.Count(Counter.AcceptQueueDrops), _stack.Count(Counter.ListenerDrops)));

        Assert.NotNull(await listener.AcceptAsync(TestContext.Current.CancellationToken));
        second.Sends(Text("hello", seq: 1, ack: 1));
        Assert.Equal(1, listener.AcceptQueue);
    }

    private Stranger Answered(string at, string to = "10.1.0.1:80")
    {
        var peer = _stack.Peer(at, to);
        peer.Sends(Syn());
        peer.Next();
        return peer;
    }
}
