namespace ActorTcp.Protocol;

/// <summary>RFC 7413 §4.1.2: the keys of a server's cookies, one that makes them and the one before, which is still good. So a cookie lives for one to two periods.</summary>
internal sealed class FastOpenKeys
{
    private readonly SipKey _primary;
    private readonly SipKey _backup;
    private readonly TimeSpan? _period;

    private FastOpenKeys(SipKey primary, SipKey backup, TimeSpan? period) => (_primary, _backup, _period) = (primary, backup, period);

    /// <summary>Keys that change with time, all of them drawn from one secret: so all shards have the same without asking each other.</summary>
    public static FastOpenKeys Rotating(SipKey secret, TimeSpan period) => new(secret, backup: default, period);

    /// <summary>Keys that somebody else changes: servers behind one address must share them.</summary>
    public static FastOpenKeys Given(SipKey primary, SipKey backup) => new(primary, backup, period: null);

    public SipKey Primary(TimeSpan now) => _period is { } period ? Drawn(now.Ticks / period.Ticks) : _primary;

    public SipKey Backup(TimeSpan now) => _period is { } period ? Drawn(now.Ticks / period.Ticks - 1) : _backup;

    private SipKey Drawn(long number) => new(Half(number, 0), Half(number, 1));

    private ulong Half(long number, ulong half)
    {
        var hash = new SipHash(in _primary);
        hash.Add((ulong)number);
        return hash.Finish(length: 9, tail: half);
    }
}
