namespace ActorTcp.Lab;

/// <summary>The server of a trial with real packets.</summary>
internal interface IFloodedServer : IDisposable
{
    Sample Sample(TimeSpan at, long floodPackets);

    /// <summary>Processor time that its thread has used so far; null where it cannot be told.</summary>
    TimeSpan? Cpu();

    IReadOnlyDictionary<string, long> Counters();
}
