namespace ActorTcp.Protocol;

/// <summary>A policy of RFC 4987 §3 is these few choices: what differs is data, what they choose from are mechanisms.</summary>
/// <param name="AtSyn">What a SYN gets while there is room.</param>
/// <param name="AtLimit">What a SYN gets when the half-open limit is reached.</param>
/// <param name="OctetsEach">About what one half-open peer costs in memory.</param>
/// <param name="ShortensTimer">Whether half-open connections are given up sooner under pressure.</param>
internal sealed record HalfOpenRule(HalfOpenPolicy Policy, Admission AtSyn, Admission AtLimit, int OctetsEach, bool ShortensTimer = false)
{
    /// <summary>A connection's actor, its control block and the beginning of its history.</summary>
    private const int Connection = 1024;

    /// <summary>The least that a send buffer and a receive buffer take.</summary>
    private const int Buffers = 2 * 2048;

#pragma warning disable format // a table
    private static readonly HalfOpenRule[] All =
    [
        new(HalfOpenPolicy.Textbook,   Admission.Buffered, Admission.HalfOpenLimit, Connection + Buffers),
        new(HalfOpenPolicy.Recycle,    Admission.Record,   Admission.Recycle,       Connection),
        new(HalfOpenPolicy.ShortTimer, Admission.Record,   Admission.HalfOpenLimit, Connection, ShortensTimer: true),
        new(HalfOpenPolicy.SynCache,   Admission.Cache,    Admission.Cache,         SynRecord.Size),
        new(HalfOpenPolicy.Cookies,    Admission.Cookie,   Admission.Cookie,        Connection),
        new(HalfOpenPolicy.Hybrid,     Admission.Record,   Admission.Cookie,        Connection),
    ];
#pragma warning restore format

    /// <summary>Whether a flood is held to last for a while: cookies take its force away, so nothing but time tells whether it is over.</summary>
    public bool HoldsDown => AtLimit == Admission.Cookie;

    public static HalfOpenRule Of(HalfOpenPolicy policy) => All[(int)policy];

    /// <summary>How many half-open peers a budget of memory allows.</summary>
    public int Affordable(int limit, long octets) => (int)Math.Clamp(octets / OctetsEach, 1, limit);
}
