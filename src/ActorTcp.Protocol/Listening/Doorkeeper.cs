namespace ActorTcp.Protocol;

/// <summary>Calm → Pressed → Flooded and back: the behaviours of a listener. Each decides what it turns into.</summary>
/// <param name="rule">The policy.</param>
/// <param name="limit">Half-open peers at most.</param>
internal sealed class Doorkeeper(HalfOpenRule rule, int limit, FloodThresholds thresholds)
{
    private readonly int _enter = Math.Max((int)Math.Ceiling(limit * thresholds.Enter), 1);
    private readonly int _leave = (int)(limit * thresholds.Leave);
    private TimeSpan _holdDown;
    private TimeSpan _holdsUntil;
    private TimeSpan _soonUntil;

    public HalfOpenRule Rule => rule;

    public int Limit => limit;

    public Pressure Pressure { get; private set; }

    /// <summary>How often the limit was reached.</summary>
    public int Floods { get; private set; }

    /// <param name="halfOpen">Peers that have not proved their address, without the one that asks now.</param>
    public Admission Admit(int halfOpen, TimeSpan now)
    {
        Look(halfOpen, now);
        return Pressure == Pressure.Flooded ? rule.AtLimit : rule.AtSyn;
    }

    /// <summary>Takes note of how many are half-open now.</summary>
    public void Look(int halfOpen, TimeSpan now) => Pressure = Pressure switch
    {
        Pressure.Calm => Calm(halfOpen, now),
        Pressure.Pressed => Pressed(halfOpen, now),
        Pressure.Flooded => Flooded(halfOpen, now),
    };

    private Pressure Calm(int halfOpen, TimeSpan now) => halfOpen >= _enter ? Pressed(halfOpen, now) : Pressure.Calm;

    private Pressure Pressed(int halfOpen, TimeSpan now)
    {
        if (halfOpen >= limit)
        {
            HoldDown(now);
            return Pressure.Flooded;
        }

        return halfOpen <= _leave ? Pressure.Calm : Pressure.Pressed;
    }

    private Pressure Flooded(int halfOpen, TimeSpan now)
    {
        if (!rule.HoldsDown)
        {
            return halfOpen < limit ? Pressed(halfOpen, now) : Pressure.Flooded;
        }

        if (now < _holdsUntil || halfOpen > _leave)
        {
            return Pressure.Flooded;
        }

        _soonUntil = now + _holdDown;
        return Pressure.Calm;
    }

    /// <summary>A flood that is back soon after it was thought to be over gets twice the time.</summary>
    private void HoldDown(TimeSpan now)
    {
        Floods++;
        var twice = _holdDown * 2;
        _holdDown = now >= _soonUntil ? thresholds.HoldDown : twice < thresholds.LongestHoldDown ? twice : thresholds.LongestHoldDown;
        _holdsUntil = now + _holdDown;
    }
}
