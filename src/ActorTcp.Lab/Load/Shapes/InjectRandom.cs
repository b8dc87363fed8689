namespace ActorTcp.Lab;

/// <summary>Open loop as independent users would come: a Poisson process.</summary>
/// <param name="Rate">Flows per second on average.</param>
/// <param name="For">How long.</param>
internal sealed record InjectRandom(double Rate, TimeSpan For) : LoadShape
{
    public override TimeSpan? During => For;

    public override double LastRate => Rate;

    public override IEnumerable<TimeSpan> Arrivals(double earlierRate, Random random)
    {
        for (var at = Gap(random); Rate > 0 && at < For.TotalSeconds; at += Gap(random))
        {
            yield return TimeSpan.FromSeconds(at);
        }
    }

    public override string ToString() => $"inject-random {Quantity.Text(Rate)}/s for {Quantity.Text(For)}";

    private double Gap(Random random) => -Math.Log(1 - random.NextDouble()) / Rate;
}
