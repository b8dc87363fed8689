using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Testing.Segments;
using static ActorTcp.Tests.Protocol.RecoveryScripts;

namespace ActorTcp.Tests.Protocol;

/// <summary>RFC 6937, PRR: fast recovery brings the flight down to ssthresh, evenly.</summary>
[Rule("RFC 6937", "§3")]
public sealed class RecoveryProportionalRates
{
    private const uint Octets = 1000;

    [Fact]
    public void Two_deliveries_let_one_segment_out_while_the_flight_comes_down_to_half()
    {
        var script = InFlight(20, of: 60).After(100.Milliseconds()).ExpectSilence()
            .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 4))).Expect(Segment(0));

        for (var n = 5; n < 14; n += 2)
        {
            script.Inject(Ack(seq: 1, ack: 1).Sack(Block(1, n))).Expect(Segment(20 + ((n - 5) / 2)));
            script.Inject(Ack(seq: 1, ack: 1).Sack(Block(1, n + 1))).ExpectSilence();
        }
    }

    [Fact]
    public void At_the_end_the_window_is_what_the_loss_has_made_it() => InFlight(20)
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: 1).Sack(Block(1, 20))).Expect(Segment(0))
        .After(100.Milliseconds()).ExpectSilence()
        .Inject(Ack(seq: 1, ack: At(20))).ExpectSilence()
        .Expect("cwnd", 10u * Mss, tcb => tcb.Congestion.Size);

    [Fact]
    public void Below_ssthresh_as_much_goes_out_as_is_delivered_and_one_more_when_that_is_safe()
    {
        var rate = new ProportionalRate();
        rate.Begin(20 * Octets);

        Assert.Equal(2 * Octets, rate.Allowance(delivered: 2 * Octets, pipe: 4 * Octets, threshold: 10 * Octets, Octets, isSafe: false));
        rate.Sent(2 * Octets);
        Assert.Equal(3 * Octets, rate.Allowance(delivered: 2 * Octets, pipe: 4 * Octets, threshold: 10 * Octets, Octets, isSafe: true));
        Assert.Equal(1 * Octets, rate.Allowance(delivered: 2 * Octets, pipe: 9 * Octets, threshold: 10 * Octets, Octets, isSafe: true));
    }

    [Fact]
    public void Without_a_beginning_there_is_nothing_to_share() =>
        Assert.Equal(0u, default(ProportionalRate).Allowance(delivered: 0, pipe: 2, threshold: 1, Octets, isSafe: false));
}
