namespace ActorTcp.Lab;

/// <summary>
/// Keeps a generator's thread awake for the answer to what it has just sent: one that sleeps reads a packet some 50 µs after the kernel had it, and that would
/// be taken for the server's. It costs a fifth of the time at most.
/// </summary>
internal sealed class Watch
{
    /// <summary>Share of the time that may be spent looking in vain: one in so many.</summary>
    private const int Share = 5;

    private static readonly TimeSpan Longest = TimeSpan.FromMicroseconds(500);
    private static readonly TimeSpan MostSaved = TimeSpan.FromMilliseconds(50);

    private TimeSpan _saved;
    private TimeSpan _quietSince;
    private TimeSpan _latest;

    /// <summary>Something happened: an answer to it may follow at once.</summary>
    public void Begin(TimeSpan now)
    {
        Save(now);
        _quietSince = now;
    }

    /// <summary>Nothing happened in the round before: whether to look again rather than sleep.</summary>
    public bool Goes(TimeSpan now)
    {
        var passed = Save(now);
        if (now - _quietSince > Longest || _saved < passed)
        {
            return false;
        }

        _saved -= passed;
        return true;
    }

    /// <returns>The time since the last call.</returns>
    private TimeSpan Save(TimeSpan now)
    {
        var passed = now - _latest;
        _latest = now;
        _saved += passed / Share;
        _saved = _saved < MostSaved ? _saved : MostSaved;
        return passed;
    }
}
