namespace ActorTcp.Lab;

/// <summary>When the clients of a trial come: independent of one another (a Poisson process), and the same for every subject.</summary>
internal static class Arrivals
{
    /// <returns>Moments from the beginning of the trial, in order.</returns>
    public static IReadOnlyList<TimeSpan> Of(Trial trial)
    {
        var plan = trial.Experiment.Clients;
        var random = new Random(trial.Seed + 2);
        var at = plan.After;
        var arrivals = new TimeSpan[plan.Count];
        for (var i = 0; i < arrivals.Length; i++)
        {
            at += TimeSpan.FromSeconds(-Math.Log(1 - random.NextDouble()) / plan.PerSecond);
            arrivals[i] = at;
        }

        return arrivals;
    }
}
