namespace ActorTcp.Protocol;

/// <summary>RFC 5961 §7: the challenge ACKs of all connections of a shard together, in a second. What may be sent then is drawn anew each second, between half and one and a half times the mean.</summary>
/// <remarks>
/// A fixed number can be read from outside: whoever has connections of his own counts what a forged segment took from it (CVE-2016-5696). With a mean
/// of 1000 what is drawn deviates by 289, while one victim's own limit lets a forger take 2 in a second (10 in 5 s): to tell them from the noise
/// takes (289 / 2)² seconds, which is six hours for each of the dozens of questions that lead to a sequence number.
/// </remarks>
/// <param name="key">A secret: nobody outside may know what is drawn.</param>
/// <param name="mean">0 draws nothing and sends none.</param>
internal sealed class SharedChallenges(SipKey key, int mean)
{
    private readonly SipKey _key = key;
    private long _second = -1;
    private int _left;

    public bool TrySpend(TimeSpan now)
    {
        var second = now.Ticks / TimeSpan.TicksPerSecond;
        if (second != _second)
        {
            _second = second;
            _left = Draw(second);
        }

        if (_left == 0)
        {
            return false;
        }

        _left--;
        return true;
    }

    private int Draw(long second)
    {
        var hash = new SipHash(in _key);
        hash.Add((ulong)second);
        var spread = hash.Finish(sizeof(long)) % ((ulong)mean + 1);
        return (mean / 2) + (int)spread;
    }
}
