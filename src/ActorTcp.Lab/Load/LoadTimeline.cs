namespace ActorTcp.Lab;

/// <summary>The seconds of a load from several generators: each is complete once all of them have told theirs, or have ended. Any thread may tell.</summary>
internal sealed class LoadTimeline(int generators)
{
    private readonly Lock _lock = new();
    private readonly List<(LoadSecond Second, int Told)> _seconds = [];
    private int _complete;

    /// <summary>A second is complete. Raised on the thread that completed it.</summary>
    public event Action<LoadSecond>? Passed;

    public IReadOnlyList<LoadSecond> Seconds => [.. _seconds.Select(each => each.Second)];

    public void Add(LoadSecond second)
    {
        lock (_lock)
        {
            if (second.Second == _seconds.Count)
            {
                _seconds.Add((second, 1));
            }
            else
            {
                var (earlier, told) = _seconds[second.Second];
                _seconds[second.Second] = (earlier + second, told + 1);
            }

            for (; _complete < _seconds.Count && _seconds[_complete].Told == generators; _complete++)
            {
                Passed?.Invoke(_seconds[_complete].Second);
            }
        }
    }
}
