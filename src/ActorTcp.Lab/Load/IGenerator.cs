namespace ActorTcp.Lab;

/// <summary>An engine at work on a share of a load, on one thread.</summary>
internal interface IGenerator : IDisposable
{
    /// <summary>The plan began so long ago, or begins so much later if it is negative.</summary>
    void Begin(TimeSpan before);

    /// <summary>Works until the load is over; the calling thread becomes the generator's.</summary>
    /// <param name="stop">Ends the plan early; what is open may end as at its end.</param>
    void Run(CancellationToken stop);
}
