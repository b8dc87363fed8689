using ActorTcp.Protocol;
using ActorTcp.Testing;
using static ActorTcp.Protocol.TcpState;
using static ActorTcp.Testing.Segments;

namespace ActorTcp.Tests.Protocol;

/// <summary>What the scripts about loss recovery have in common: a path of 100 ms, measured in the handshake, and segments that are counted from 0.</summary>
internal static class RecoveryScripts
{
    public const int Mss = 1460;

    private static readonly ConnectionSettings OnlySack = new() { WindowScaling = false, Timestamps = false };

    /// <summary>So many segments in flight, which the initial window allows and no more.</summary>
    /// <param name="of">How many the user has given to SEND; by default no more than are in flight.</param>
    public static Script InFlight(int segments, int? of = null, ConnectionSettings? settings = null) =>
        Script.In(Listen, (settings ?? OnlySack) with { InitialWindow = segments, WindowScaling = false, Timestamps = false })
            .Inject(Syn().Mss(Mss).SackPermitted()).Expect(SynAck(ack: 1))
            .After(100.Milliseconds()).ExpectSilence()
            .Inject(Ack(seq: 1, ack: 1)).ExpectSilence()
            .Send((of ?? segments) * Mss).Expect(Segments(0, segments));

    public static SegmentLine Segment(int n) => Text(Mss, seq: At(n), ack: 1);

    /// <summary>Those from <paramref name="from"/> up to <paramref name="to"/>, which is not one of them.</summary>
    public static SegmentLine[] Segments(int from, int to) => [.. Enumerable.Range(from, to - from).Select(Segment)];

    /// <summary>The number of the first octet of segment <paramref name="n"/>.</summary>
    public static uint At(int n) => (uint)(1 + (n * Mss));

    public static (uint Left, uint Right) Block(int from, int to) => (At(from), At(to));
}
