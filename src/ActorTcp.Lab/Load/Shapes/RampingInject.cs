namespace ActorTcp.Lab;

/// <summary>Open loop whose rate changes evenly, from that of the shape before (or none) to its own.</summary>
/// <param name="Rate">Flows per second in the end.</param>
/// <param name="For">How long it takes to get there.</param>
internal sealed record RampingInject(double Rate, TimeSpan For) : LoadShape
{
    public override TimeSpan? During => For;

    public override double LastRate => Rate;

    /// <remarks>By the time t there are N(t) = r₀·t + (r₁ − r₀)/2T·t² flows; the k-th starts where N(t) = k.</remarks>
    public override IEnumerable<TimeSpan> Arrivals(double earlierRate, Random random)
    {
        var all = (earlierRate + Rate) / 2 * For.TotalSeconds;
        for (long k = 0; k < Math.Floor(all + 1e-6); k++)
        {
            yield return For * Share(k / all, earlierRate / (earlierRate + Rate));
        }
    }

    public override string ToString() => $"ramping-inject {Quantity.Text(Rate)}/s for {Quantity.Text(For)}";

    /// <summary>Which share of the time has passed when this share of the flows has started.</summary>
    /// <param name="first">The first rate as a share of the first and the last together.</param>
    private static double Share(double started, double first) =>
        started == 0 ? 0 : started / (first + Math.Sqrt((first * first) + ((1 - (2 * first)) * started)));
}
