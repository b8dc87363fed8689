using System.Text;
using ActorTcp.Protocol;
using ActorTcp.Stack;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Stack;

/// <summary>RFC 7413 §4.2 and §5, from a SYN with a cookie to the application.</summary>
public sealed class FastOpenListeners
{
    private readonly LoneStack _stack = new();

    [Fact, Rule("RFC 7413", "§1")]
    public void Is_not_offered_unless_the_listener_is_told_so()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        var peer = _stack.Peer("10.9.0.1:1000");
        peer.Sends(Syn().Mss(1460).FastOpen().With("hello"));
        Assert.Equal("S. 0:0(0) ack 1 win 65535 <mss 1460>", peer.Text(peer.Next()));
        Assert.Equal(0, _stack.Count(Counter.FastOpenCookieRequests));
    }

    [Theory, Rule("RFC 7413", "§4.2.2"), InlineData("10.9.0.1:1000", "10.1.0.1:80"), InlineData("[fd09::1]:1000", "[fd01::1]:80")]
    public void With_the_cookie_of_the_first_connection_the_second_is_answered_before_its_final_ack(string at, string to)
    {
        Listen(limit: 1);
        var cookie = CookieFor(_stack.Peer(at, to));
        var peer = _stack.Peer(at.Replace("1000", "1001", StringComparison.Ordinal), to);
        peer.Sends(Syn().Mss(1460).FastOpen(cookie).With("hello"));
        var answers = peer.Receives();
        Assert.Equal([(peer.Isn + 6, ""), (peer.Isn + 6, "hello")], answers.Select(static seg => (seg.Ack, Encoding.ASCII.GetString(seg.Text))));
        Assert.Equal((ControlBits.Syn | ControlBits.Ack, OptionKinds.Mss), (answers[0].Control, answers[0].Options.Present));
        Assert.Equal((1, 1, 0), Counts());
        peer.Sends(Ack(seq: 6, ack: 6));
        Assert.Equal(2, _stack.Count(Counter.Established));
    }

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public async Task An_application_on_another_thread_is_given_the_connection_at_the_syn()
    {
        var listener = _stack.Listen(new ListenOptions { Port = 80, FastOpenLimit = 1 });
        var cookie = CookieFor(_stack.Peer("10.9.0.1:1000"), goesOn: false);
        _stack.Peer("10.9.0.1:1001").Sends(Syn().FastOpen(cookie).With("hello"));
        var connection = await listener.AcceptAsync(TestContext.Current.CancellationToken);
        var read = await connection!.Input.ReadAsync(TestContext.Current.CancellationToken);
        Assert.Equal("hello", Encoding.ASCII.GetString(read.Buffer.FirstSpan));
        Assert.Equal(1, listener.HalfOpen);
    }

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void A_cookie_of_another_address_gets_the_usual_handshake_and_a_cookie_of_its_own()
    {
        Listen(limit: 1);
        var cookie = CookieFor(_stack.Peer("10.9.0.1:1000"));
        var thief = _stack.Peer("10.9.0.2:1000");
        thief.Sends(Syn().FastOpen(cookie).With("hello"));
        var answer = thief.Next();
        Assert.Equal((thief.Isn + 1, OptionKinds.Mss | OptionKinds.FastOpen), (answer.Ack, answer.Options.Present));
        Assert.Equal((0, 1, 1), Counts());
        Assert.Equal(0, _stack.Router.Buffers.Lent);
    }

    [Fact]
    public void Nothing_is_kept_of_text_on_a_syn_without_a_cookie()
    {
        Listen(limit: 1);
        _stack.Peer("10.9.0.1:1000").Sends(Syn().With("hello"));
        Assert.Equal(0, _stack.Router.Buffers.Lent);
    }

    [Fact, Rule("RFC 7413", "§4.2.2")]
    public void As_many_may_be_pending_as_the_limit_allows_and_the_next_gets_the_usual_handshake()
    {
        Listen(limit: 2);
        var cookie = CookieFor(_stack.Peer("10.9.0.1:1000"));
        var peers = Enumerable.Range(1001, 4).Select(port => _stack.Peer($"10.9.0.1:{port}")).ToList();
        var acknowledged = peers.Take(3).Select(peer => Opens(peer, cookie));
        Assert.Equal([true, true, false], acknowledged);
        Assert.Equal(1, _stack.Count(Counter.FastOpenOverflows));
        peers[0].Sends(Ack(seq: 6, ack: 1));
        Assert.True(Opens(peers[3], cookie));
    }

    [Fact, Rule("RFC 7413", "§5.1")]
    public void One_that_was_reset_counts_until_it_would_have_timed_out()
    {
        Listen(limit: 1);
        var cookie = CookieFor(_stack.Peer("10.9.0.1:1000"));
        var forger = _stack.Peer("10.9.0.1:1001");
        Assert.True(Opens(forger, cookie));
        forger.Sends(Rst(seq: 6));
        Assert.Equal(1, _stack.Stack.Connections);
        Assert.False(Opens(_stack.Peer("10.9.0.1:1002"), cookie));
        _stack.Advance(ConnectionSettings.Default.HalfOpenTimeout);
        Assert.True(Opens(_stack.Peer("10.9.0.1:1003"), cookie));
    }

    [Fact, Rule("RFC 7413", "§5.1")]
    public void An_application_that_has_done_before_the_final_ack_does_not_make_room_for_another()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Close(), FastOpenLimit = 1 });
        var cookie = CookieFor(_stack.Peer("10.9.0.1:1000"));
        var first = _stack.Peer("10.9.0.1:1001");
        Assert.True(Opens(first, cookie, text: ""));
        Assert.False(Opens(_stack.Peer("10.9.0.1:1002"), cookie));
        first.Sends(Ack(seq: 1, ack: 2));
        Assert.True(Opens(_stack.Peer("10.9.0.1:1003"), cookie, text: ""));
    }

    [Fact, Rule("RFC 7413", "§4.1.2")]
    public void Keys_are_replaced_and_the_one_before_is_still_good()
    {
        var stack = new LoneStack(new TcpStackOptions { FastOpen = new FastOpenOptions { KeyPeriod = TimeSpan.FromHours(1) } });
        stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo(), FastOpenLimit = 10 });
        var cookie = CookieFor(stack.Peer("10.9.0.1:1000"));
        stack.Advance(TimeSpan.FromHours(1));
        var peer = stack.Peer("10.9.0.1:1001");
        peer.Sends(Syn().FastOpen(cookie).With("hello"));
        var fresh = Cookie(peer.Receives()[0]);
        Assert.NotEqual(cookie, fresh);
        Assert.Equal((1, 1), (stack.Count(Counter.FastOpenPassive), stack.Count(Counter.FastOpenBackupKey)));
        stack.Advance(TimeSpan.FromHours(1));
        Assert.False(Opens(stack.Peer("10.9.0.1:1002"), cookie));
        Assert.True(Opens(stack.Peer("10.9.0.1:1003"), fresh));
    }

    [Fact]
    public async Task A_listener_that_closes_leaves_the_application_what_it_has_been_given()
    {
        var listener = Listen(limit: 1);
        var peer = _stack.Peer("10.9.0.1:1001");
        Assert.True(Opens(peer, CookieFor(_stack.Peer("10.9.0.1:1000"))));
        await listener.CloseAsync();
        peer.Sends(Ack(seq: 6, ack: 6));
        Assert.Equal(2, _stack.Stack.Connections);
        Assert.Empty(_stack.Failures);
    }

    private TcpListener Listen(int limit) => _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo(), FastOpenLimit = limit });

    private (long Passive, long Requests, long Failures) Counts() =>
        (_stack.Count(Counter.FastOpenPassive), _stack.Count(Counter.FastOpenCookieRequests), _stack.Count(Counter.FastOpenPassiveFailures));

    private static string CookieFor(Stranger peer, bool goesOn = true)
    {
        peer.Sends(Syn().FastOpen());
        var cookie = Cookie(peer.Next());
        peer.Sends(goesOn ? Ack(seq: 1, ack: 1) : Rst(seq: 1));
        peer.Receives();
        return cookie;
    }

    private static string Cookie(SegmentCopy segment)
    {
        var cookie = segment.Options.Cookie;
        return Convert.ToHexString(cookie[..segment.Options.CookieLength]);
    }

    /// <returns>Whether all of the SYN was acknowledged.</returns>
    private static bool Opens(Stranger peer, string cookie, string text = "hello")
    {
        peer.Sends(Syn().FastOpen(cookie).With(text));
        var answers = peer.Receives();
        return answers[0].Ack == peer.Isn + 1 + (uint)text.Length && (text.Length > 0 || answers.Count > 1);
    }
}
