namespace ActorTcp.Protocol;

/// <summary>The decisions of one event, in order. A shard reuses one list for all its connections: nothing is allocated once it has grown.</summary>
/// <param name="windowBudget">Octets that the windows of all these connections may promise beyond their first size.</param>
internal sealed class EffectList(long windowBudget = long.MaxValue)
{
    private Effect[] _effects = new Effect[16];

    public int Count { get; private set; }

    public ref readonly Effect this[int index] => ref _effects[index];

    public ReadOnlySpan<Effect> All => _effects.AsSpan(0, Count);

    /// <summary>When the event happened that is being decided: monotonic time since the clock of the shard began.</summary>
    public TimeSpan Now { get; private set; }

    /// <summary>Where connections of this shard find the records of what they have in flight.</summary>
    public FlightPool Flights { get; } = new();

    /// <summary>What the windows of this shard's connections may still grow by.</summary>
    public WindowBudget Windows { get; } = new(windowBudget);

    /// <summary>How many challenge ACKs the connections of this shard may send together; null sets no limit.</summary>
    public SharedChallenges? Challenges { get; init; }

    /// <summary>Forgets the last event's decisions and begins those of an event at <paramref name="now"/>.</summary>
    public void Begin(TimeSpan now)
    {
        Count = 0;
        Now = now;
    }

    public void Send(in OutgoingSegment segment) => Send() = segment;

    /// <summary>An empty segment to be filled where it is, before the next decision.</summary>
    public ref OutgoingSegment Send()
    {
        ref var effect = ref Next(EffectKind.Send);
        effect.Segment = default;
        return ref effect.Segment;
    }

    public void Deliver(int offset, int length)
    {
        ref var effect = ref Next(EffectKind.Deliver);
        effect.Offset = offset;
        effect.Length = length;
    }

    public void Hold(int offset, int length, int distance)
    {
        ref var effect = ref Next(EffectKind.Hold);
        effect.Offset = offset;
        effect.Length = length;
        effect.Distance = distance;
    }

    public void Join(int length) => Next(EffectKind.Join).Length = length;

    public void Release(int length) => Next(EffectKind.Release).Length = length;

    public void Signal(Signal signal) => Next(EffectKind.Signal).Signal = signal;

    public void Tally(Incident incident) => Next(EffectKind.Count).Incident = incident;

    public void StateChanged(TcpState from, Cause cause, TcpState to)
    {
        ref var effect = ref Next(EffectKind.StateChanged);
        effect.From = from;
        effect.Cause = cause;
        effect.To = to;
    }

    private ref Effect Next(EffectKind kind)
    {
        if (Count == _effects.Length)
        {
            Array.Resize(ref _effects, Count * 2);
        }

        ref var effect = ref _effects[Count++];
        effect.Kind = kind;
        return ref effect;
    }
}
