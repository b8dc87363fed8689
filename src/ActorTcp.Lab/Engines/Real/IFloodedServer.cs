namespace ActorTcp.Lab;

/// <summary>The server of a trial with real packets.</summary>
internal interface IFloodedServer : IDisposable
{
    Sample Sample(TimeSpan at, long floodPackets);

    /// <summary>Processor time that its thread has used so far; null where it cannot be told.</summary>
    TimeSpan? Cpu();

    /// <summary>The longest time for which it was busy without a look at what had arrived meanwhile; null where it cannot be told.</summary>
    TimeSpan? LongestTurn();

    IReadOnlyDictionary<string, long> Counters();
}
