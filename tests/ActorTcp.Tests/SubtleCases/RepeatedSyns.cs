using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Script;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.SubtleCases;

/// <summary>
/// A SYN that nobody answers may have met a box that dislikes its options, and FreeBSD leaves them out after a while. Here they stay: it may as well
/// have been lost, and a connection without window scaling and SACK would pay for that all its life.
/// </summary>
public sealed class RepeatedSyns
{
    [Fact]
    [SubtleCase(38)]
    public void Keep_their_options() => In(Closed)
        .Open().Expect(Offer(timestamp: 0))
        .After(1.Seconds()).Expect(Offer(timestamp: 1000))
        .After(2.Seconds()).Expect(Offer(timestamp: 3000))
        .After(4.Seconds()).Expect(Offer(timestamp: 7000));

    private static SegmentLine Offer(uint timestamp) => Syn().Mss(1460).SackPermitted().Timestamps(timestamp, 0).WindowScale(7);
}
