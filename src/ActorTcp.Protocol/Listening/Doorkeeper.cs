namespace ActorTcp.Protocol;

/// <summary>Calm → Pressed → Flooded and back: the behaviours of a listener. Each decides what it turns into.</summary>
/// <param name="rule">The policy.</param>
/// <param name="limit">Half-open peers at most.</param>
internal sealed class Doorkeeper(HalfOpenRule rule, int limit, FloodThresholds thresholds)
{
    private FloodThresholds _thresholds = thresholds;
    private TimeSpan _holdDown;
    private TimeSpan _holdsUntil;
    private TimeSpan _soonUntil;

    public HalfOpenRule Rule { get; private set; } = rule;

    public int Limit { get; private set; } = limit;

    public Pressure Pressure { get; private set; }

    private int Enter => Math.Max((int)Math.Ceiling(Limit * _thresholds.Enter), 1);

    private int Leave => (int)(Limit * _thresholds.Leave);

    /// <summary>Another policy, other limits. A flood is as much of one as before, until the next look.</summary>
    public void Change(HalfOpenRule rule, int limit, FloodThresholds thresholds) => (Rule, Limit, _thresholds) = (rule, limit, thresholds);

    /// <param name="halfOpen">Peers that have not proved their address, without the one that asks now.</param>
    public Admission Admit(int halfOpen, TimeSpan now)
    {
        Look(halfOpen, now);
        return Pressure == Pressure.Flooded ? Rule.AtLimit : Rule.AtSyn;
    }

    /// <summary>Takes note of how many are half-open now.</summary>
    public void Look(int halfOpen, TimeSpan now) => Pressure = Pressure switch
    {
        Pressure.Calm => Calm(halfOpen, now),
        Pressure.Pressed => Pressed(halfOpen, now),
        Pressure.Flooded => Flooded(halfOpen, now),
    };

    private Pressure Calm(int halfOpen, TimeSpan now) => halfOpen >= Enter ? Pressed(halfOpen, now) : Pressure.Calm;

    private Pressure Pressed(int halfOpen, TimeSpan now)
    {
        if (halfOpen >= Limit)
        {
            HoldDown(now);
            return Pressure.Flooded;
        }

        return halfOpen <= Leave ? Pressure.Calm : Pressure.Pressed;
    }

    private Pressure Flooded(int halfOpen, TimeSpan now)
    {
        if (!Rule.HoldsDown)
        {
            return halfOpen < Limit ? Pressed(halfOpen, now) : Pressure.Flooded;
        }

        if (now < _holdsUntil || halfOpen > Leave)
        {
            return Pressure.Flooded;
        }

        _soonUntil = now + _holdDown;
        return Pressure.Calm;
    }

    /// <summary>A flood that is back soon after it was thought to be over gets twice the time.</summary>
    private void HoldDown(TimeSpan now)
    {
        var twice = _holdDown * 2;
        _holdDown = now >= _soonUntil ? _thresholds.HoldDown : twice < _thresholds.LongestHoldDown ? twice : _thresholds.LongestHoldDown;
        _holdsUntil = now + _holdDown;
    }
}
