using ActorTcp.Protocol;
using ActorTcp.Testing;
using ActorTcp.Wire;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>Dynamic right-sizing: a peer fills the window that it is offered, once in each round trip of 10 ms.</summary>
public sealed class ReceiveBufferGrowth
{
    private const int First = 8000;
    private const int Limit = 64_000;
    private static readonly TimeSpan RoundTrip = 10.Milliseconds();
    private static readonly ConnectionSettings Growing = new() { ReceiveBuffer = First, ReceiveBufferLimit = Limit };

    private readonly EffectList _fx = new(windowBudget: 1_000_000);
    private TimeSpan _now = RoundTrip;

    [Fact]
    public void A_fast_reader_gets_twice_what_it_took_up_to_the_limit()
    {
        var tcb = Connection(Growing);

        var windows = Enumerable.Range(0, 6).Select(_ => Fills(tcb, takes: int.MaxValue)).ToArray();

        Assert.Equal([First, First, 2 * First, 4 * First, Limit, Limit], windows);   // measuring begins at the end of the first round trip
    }

    [Fact]
    public void A_slow_reader_gets_nothing_and_its_window_closes()
    {
        var tcb = Connection(Growing);

        var windows = Enumerable.Range(0, 20).Select(_ => Fills(tcb, takes: First / 2)).ToArray();

        Assert.Equal(First, tcb.ReceiveBuffer);
        Assert.Equal(First / 2, windows[^1]);
    }

    [Fact]
    public void A_peer_slower_than_the_window_has_it_as_it_was()
    {
        var tcb = Connection(Growing);
        for (var i = 0; i < 20; i++)
        {
            Arrives(tcb, First / 2);
            Takes(tcb, First / 2);
            _now += RoundTrip;
        }

        Assert.Equal(First, tcb.ReceiveBuffer);
    }

    [Fact]
    public void Without_a_larger_limit_the_buffer_stays_and_nothing_is_kept_about_it()
    {
        var tcb = Connection(Growing with { ReceiveBufferLimit = First });
        Fills(tcb, takes: int.MaxValue);
        Fills(tcb, takes: int.MaxValue);

        Assert.Equal(First, Fills(tcb, takes: int.MaxValue));
        Assert.Null(tcb.RightSizing);
    }

    [Fact]
    public void A_connection_on_which_little_has_come_keeps_nothing_about_it()
    {
        var tcb = Connection(Growing);
        Arrives(tcb, First / 8);
        Takes(tcb, First / 8);

        Assert.Null(tcb.RightSizing);
    }

    [Fact]
    public void Nobody_takes_more_than_half_of_what_the_budget_has_left_and_the_end_gives_it_back()
    {
        var fx = new EffectList(windowBudget: 10_000);
        var tcb = Connection(Growing);
        for (var i = 0; i < 3; i++)
        {
            Fills(tcb, takes: int.MaxValue, fx);
        }

        Assert.Equal(First + 5000 + 2500, tcb.ReceiveBuffer);
        Assert.Equal(2500, fx.Windows.Left);

        fx.Begin(_now);
        AbortCall.Process(tcb, fx);

        Assert.Equal(10_000, fx.Windows.Left);
    }

    /// <summary>With window scale; the handshake took a round trip.</summary>
    private static Tcb Connection(ConnectionSettings settings) => In(Listen, settings)
        .Inject(Syn().Mss(1460).WindowScale(7)).Expect(SynAck(ack: 1))
        .After(RoundTrip).Inject(Ack(seq: 1, ack: 1)).ExpectSilence().Machine.Tcb;

    /// <summary>The peer fills the window, the user takes of it, a round trip passes.</summary>
    /// <returns>The window that was filled.</returns>
    private int Fills(Tcb tcb, int takes, EffectList? fx = null)
    {
        var window = (int)tcb.Rcv.Wnd;
        Arrives(tcb, window, fx);
        Takes(tcb, Math.Min(takes, tcb.Rcv.Unread), fx);
        _now += RoundTrip;
        return window;
    }

    private void Arrives(Tcb tcb, int octets, EffectList? fx = null)
    {
        (fx ??= _fx).Begin(_now);
        SegmentArrives.Process(tcb, new Segment { Seq = tcb.Rcv.Nxt, Ack = tcb.Snd.Nxt, Control = ControlBits.Ack, Wnd = 65535, Text = new byte[octets] }, fx);
        Output.Flush(tcb, fx);
    }

    private void Takes(Tcb tcb, int octets, EffectList? fx = null)
    {
        (fx ??= _fx).Begin(_now);
        ReceiveCall.Process(tcb, octets, fx);
        Output.Flush(tcb, fx);
    }
}
