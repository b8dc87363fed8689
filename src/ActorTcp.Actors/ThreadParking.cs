namespace ActorTcp.Actors;

/// <summary>Parks in memory: for a shard whose sources never have anything of their own accord.</summary>
internal sealed class ThreadParking : IParking, IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromDays(1);

    private readonly AutoResetEvent _woken = new(initialState: false);

    /// <inheritdoc/>
    /// <remarks>Rounds up to the milliseconds that the system waits in; a day is the longest nap.</remarks>
    public void Park(TimeSpan timeout)
    {
        TimeSpan nap = timeout > Longest ? Longest : timeout;
        _woken.WaitOne((int)Math.Ceiling(nap.TotalMilliseconds));
    }

    public void Wake() => _woken.Set();

    public void Dispose() => _woken.Dispose();
}
