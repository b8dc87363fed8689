namespace ActorTcp.Lab;

/// <summary>What is to happen, and when; what is due at the same moment happens in the order in which it was put down.</summary>
internal sealed class Agenda
{
    private readonly PriorityQueue<Action, (TimeSpan At, long Order)> _entries = new();
    private long _order;

    /// <summary>When the next happens; null when nothing is left.</summary>
    public TimeSpan? Next => _entries.TryPeek(out _, out var due) ? due.At : null;

    public void Add(TimeSpan at, Action action) => _entries.Enqueue(action, (at, _order++));

    /// <summary>Does what is due by now.</summary>
    public void Run(TimeSpan now)
    {
        while (_entries.TryPeek(out var action, out var due) && due.At <= now)
        {
            _entries.Dequeue();
            action();
        }
    }
}
