namespace ActorTcp.Lab;

/// <summary>Open loop at a constant rate, until so many flows have started.</summary>
/// <param name="Rate">Flows per second.</param>
internal sealed record IterationsForInject(long Flows, double Rate) : LoadShape
{
    public override TimeSpan? During => TimeSpan.FromSeconds(Flows / Rate);

    public override double LastRate => Rate;

    public override IEnumerable<TimeSpan> Arrivals(double earlierRate, Random random) => new Inject(Rate, During!.Value).Arrivals(earlierRate, random);

    public override string ToString() => $"iterations {Flows} at {Quantity.Text(Rate)}/s";
}
