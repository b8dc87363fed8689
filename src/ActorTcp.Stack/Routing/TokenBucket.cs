namespace ActorTcp.Stack;

/// <summary>A rate limit: so many at once, so many a second. RSTs and ICMP replies to strangers pass through one, so that nobody can use the stack as an amplifier.</summary>
/// <param name="perSecond">Tokens that arrive each second; also the most that can be saved up.</param>
internal struct TokenBucket(int perSecond)
{
    private double _tokens = perSecond;
    private TimeSpan _filled;

    public bool TryTake(TimeSpan now)
    {
        _tokens = Math.Min(perSecond, _tokens + ((now - _filled).TotalSeconds * perSecond));
        _filled = now;
        if (_tokens < 1)
        {
            return false;
        }

        _tokens--;
        return true;
    }
}
