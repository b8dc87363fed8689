namespace ActorTcp.Protocol;

/// <summary>RFC 5961 §7: ACKs that answer doubtful segments without text are throttled, so that two confused peers do not answer each other for ever.</summary>
/// <remarks>Each connection has its own, far smaller than what all have together: <see cref="SharedChallenges"/>.</remarks>
internal struct ChallengeBudget
{
    private TimeSpan _end;
    private int _spent;

    public bool TrySpend(ConnectionSettings settings, TimeSpan now)
    {
        if (now >= _end)
        {
            _end = now + settings.ChallengeInterval;
            _spent = 0;
        }

        if (_spent >= settings.Challenges)
        {
            return false;
        }

        _spent++;
        return true;
    }
}
