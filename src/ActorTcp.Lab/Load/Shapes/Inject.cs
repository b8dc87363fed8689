namespace ActorTcp.Lab;

/// <summary>Open loop at a constant rate.</summary>
/// <param name="Rate">Flows per second.</param>
/// <param name="For">How long.</param>
internal sealed record Inject(double Rate, TimeSpan For) : LoadShape
{
    public override TimeSpan? During => For;

    public override double LastRate => Rate;

    public override IEnumerable<TimeSpan> Arrivals(double earlierRate, Random random)
    {
        for (long k = 0; Rate > 0; k++)
        {
            var at = TimeSpan.FromTicks((long)Math.Round(k / Rate * TimeSpan.TicksPerSecond));
            if (at >= For)
            {
                yield break;
            }

            yield return at;
        }
    }

    public override string ToString() => $"inject {Quantity.Text(Rate)}/s for {Quantity.Text(For)}";
}
