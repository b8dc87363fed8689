namespace ActorTcp.Protocol;

/// <summary>The secrets of SYN cookies. Time is cut into epochs; each has a secret of its own, derived from one key, so that nothing has to be kept or told when they rotate.</summary>
/// <param name="key">From which all secrets derive. Nodes that share it, and the time of day, have the same secrets.</param>
/// <param name="rotation">The length of an epoch.</param>
/// <param name="began">The time of day when the clock of the shard began.</param>
internal sealed class CookieSecrets(SipKey key, TimeSpan rotation, TimeSpan began)
{
    private readonly SipKey[] _secrets = new SipKey[2];
    private readonly long[] _epochs = [-1, -1];

    public TimeSpan Rotation => rotation;

    public long Epoch(TimeSpan now) => (began + now).Ticks / rotation.Ticks;

    /// <summary>The secret of an epoch; those of two epochs that follow one another are at hand.</summary>
    public ref readonly SipKey Of(long epoch)
    {
        var place = epoch & 1;
        if (_epochs[place] != epoch)
        {
            _epochs[place] = epoch;
            _secrets[place] = new SipKey(Derive(epoch, half: 0), Derive(epoch, half: 1));
        }

        return ref _secrets[place];
    }

    private ulong Derive(long epoch, ulong half)
    {
        var hash = new SipHash(in key);
        hash.Add((ulong)epoch);
        return hash.Finish(9, half);
    }
}
