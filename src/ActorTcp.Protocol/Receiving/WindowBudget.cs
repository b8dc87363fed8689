namespace ActorTcp.Protocol;

/// <summary>Octets that the windows of many connections may promise together beyond their first size. A promise stands until its connection ends, for a window is never taken back.</summary>
internal sealed class WindowBudget(long octets)
{
    public long Left { get; private set; } = octets;

    /// <summary>Takes as much as is wanted, but no more than half of what is left: whoever comes later shall grow too.</summary>
    /// <returns>The octets that were taken.</returns>
    public int Take(int wanted)
    {
        var granted = (int)Math.Min(wanted, Left / 2);
        Left -= granted;
        return granted;
    }

    public void Return(int octets) => Left += octets;
}
