using ActorTcp.Lab;
using ActorTcp.Stack;
using static System.TimeSpan;

namespace ActorTcp.Tests.Lab;

/// <summary>What flows do, how they end, and what is made of it.</summary>
public sealed class LoadFlows
{
    [Theory]
    [InlineData("handshake")]
    [InlineData("close rst")]
    [InlineData("echo 1")]
    [InlineData("echo 300k")]
    [InlineData("send \"PING\\r\\n\", expect \"PING\\r\\n\"")]
    [InlineData("send \"one, two; \\\"three\\\"\\n\", take-until \"three\\\"\", take 1")]
    [InlineData("send \"aaab\", take-until \"aab\", close rst")]
    [InlineData("send \"abc\", hold 100ms, take 1, hold 100ms, take 2")]
    [InlineData("half-close, take-to-end")]
    [InlineData("send \"bye\", half-close, expect \"bye\", take-to-end")]
    public void An_exchange_with_an_echo_server_completes(string exchange)
    {
        var load = new VirtualLoad("iterations 20 on 5", exchange).Run();

        Assert.Equal((20, 20, 20, 0), (load.Results.Started, load.Results.Connected, load.Results.Completed, load.Results.Failed));
    }

    [Fact]
    public void Every_second_of_an_injection_has_its_flows()
    {
        var load = new VirtualLoad("inject 100/s for 3s").Run();

        Assert.Equal([100, 100, 100], load.Seconds.Select(second => second.Started));
        Assert.Equal(0, load.Results.Late + load.Results.HeldBack + load.Results.NotStarted);
    }

    [Fact]
    public void A_hold_lasts_as_long_as_it_should()
    {
        var load = new VirtualLoad("iterations 10 on 10", "hold 2s").Run();

        Assert.InRange(load.Now, FromSeconds(2), FromSeconds(2.01));
        Assert.Equal(10, load.Results.MostOpen);
    }

    [Theory]
    [InlineData("send \"abc\", expect \"abd\"", nameof(FlowEnd.Unexpected))]
    [InlineData("take 1", nameof(FlowEnd.TimedOut))]
    [InlineData("send \"x\", half-close, take 2", nameof(FlowEnd.ClosedEarly))]
    public void An_exchange_that_cannot_be_says_why(string exchange, string end)
    {
        var load = new VirtualLoad("iterations 5 on 5", exchange, new LoadLimits { Wait = FromSeconds(1) }).Run();

        Assert.Equal([KeyValuePair.Create(Enum.Parse<FlowEnd>(end), 5L)], load.Results.Ends);
    }

    [Fact]
    public void A_port_without_listener_refuses()
    {
        var load = new VirtualLoad("iterations 5 on 1", listen: new ListenOptions { Port = 8, Protocol = new Echo() }).Run();

        Assert.Equal([KeyValuePair.Create(FlowEnd.Refused, 5L)], load.Results.Ends);
    }

    [Fact]
    public void A_peer_that_closes_first_ends_a_hold()
    {
        var load = new VirtualLoad("iterations 5 on 1", "hold 1s", listen: new ListenOptions { Port = 7, Protocol = new Close() }).Run();

        Assert.Equal([KeyValuePair.Create(FlowEnd.ClosedEarly, 5L)], load.Results.Ends);
    }

    [Fact]
    public void No_answer_is_a_time_out_and_its_SYNs_are_counted()
    {
        var load = new VirtualLoad("iterations 3 on 3", limits: new LoadLimits { Wait = FromSeconds(4) }) { Stall = (Zero, FromHours(1)) }.Run();

        Assert.Equal([KeyValuePair.Create(FlowEnd.TimedOut, 3L)], load.Results.Ends);
        Assert.Equal(3 * 2, load.Results.SynRetransmissions);   // after 1 s and 3 s
    }

    [Fact]
    public void What_is_open_at_the_end_is_cut_off_and_no_failure()
    {
        var load = new VirtualLoad("keep-constant 4 for 1s", "hold 1h", new LoadLimits { Open = 4, Drain = FromMilliseconds(200) }).Run();

        Assert.Equal([KeyValuePair.Create(FlowEnd.CutOff, 4L)], load.Results.Ends);
        Assert.InRange(load.Now, FromSeconds(1.2), FromSeconds(1.21));
    }

    [Fact]
    public void An_interrupted_load_keeps_what_was_measured()
    {
        var load = new VirtualLoad("inject 100/s for 1h") { Interrupt = FromSeconds(2.5) }.Run();

        Assert.InRange(load.Results.Completed, 249, 251);
        Assert.InRange(load.Now, FromSeconds(2.5), FromSeconds(2.6));
    }

    [Fact]
    public void The_limit_of_the_rate_holds_for_closed_loops_too()
    {
        var load = new VirtualLoad("keep-constant 50 for 2s", limits: new LoadLimits { Rate = 100 }).Run();

        Assert.InRange(load.Results.Started, 195, 202);
    }

    [Fact]
    public void The_limit_of_the_duration_ends_what_would_not_end()
    {
        var load = new VirtualLoad("iterations 1M on 1", "hold 10ms", new LoadLimits { Duration = FromSeconds(1) }).Run();

        Assert.InRange(load.Now, FromSeconds(1), FromSeconds(1.1));
        Assert.InRange(load.Results.Completed, 90, 101);
    }

    /// <summary>Coordinated omission: whoever waits for answers before the next request asks least while the server stalls, and so hardly sees it.</summary>
    [Fact]
    public void A_stall_shows_in_the_latency_of_all_who_would_have_come()
    {
        var load = new VirtualLoad("inject 100/s for 3s", "echo 1", new LoadLimits { Open = 5 }) { Stall = (FromSeconds(1), FromSeconds(2)) }.Run();

        Assert.Equal(300, load.Results.Completed);
        Assert.InRange(Slow(load.Results.Connect), 88, 92);        // due from 1.0 to 1.9 s
        Assert.InRange(Slow(load.Results.SynToSynAck), 1, 5);      // as many as were open: all that would be seen from the actual start
        Assert.InRange(load.Results.HeldBack, 90, 100);
        Assert.Equal(0, load.Results.Late);
    }

    [Fact]
    public void Source_ports_end_with_the_addresses()
    {
        var sources = new SourcePool(new AddressPool(System.Net.IPNetwork.Parse("10.2.0.0/31")));
        var taken = Enumerable.Range(0, 130_000).Select(_ => sources.Next()).ToArray();

        Assert.Equal(129_024, sources.Count);
        Assert.Equal(129_024, taken.Distinct().Count());
        Assert.Equal(taken[0], taken[129_024]);
    }

    private static long Slow(LatencyHistogram histogram) =>
        histogram.Count - (long)Math.Round(histogram.Count * histogram.Cdf().Where(point => point.Latency <= FromMilliseconds(100)).Max(point => point.Share));
}
