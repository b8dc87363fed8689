using System.Globalization;
using ActorTcp.Lab;

namespace ActorTcp.Dashboard;

/// <summary>What a reader chooses of an experiment that is to run on the simulated network.</summary>
internal sealed class ExperimentForm
{
    /// <summary>Packets of a flood in a second.</summary>
    public const int MostRate = 20_000;

    /// <summary>Simulated seconds of one trial.</summary>
    public const int MostSeconds = 150;

    /// <summary>All trials together, so that the daemon beside them has something left of the processor.</summary>
    private const long MostPackets = 10_000_000;

    private readonly Experiment _experiment;

    public ExperimentForm(Experiment experiment)
    {
        _experiment = experiment;
        Seed = experiment.Seed;
        Rate = Math.Min(experiment.Flood.Rates.Max(rate => rate.PerSecond), 15_000);
        Seconds = (int)Math.Ceiling(Math.Max(experiment.Duration.TotalSeconds, 5));
        Subjects = [.. experiment.Subjects.Where(subject => !subject.IsKernel)];
    }

    /// <summary>Those that can be chosen.</summary>
    public static IReadOnlyList<Subject> Choices { get; } = [.. Subject.All.Where(subject => !subject.IsKernel)];

    public int Seed { get; set; }

    public int Rate { get; set; }

    public int Seconds { get; set; }

    public HashSet<Subject> Subjects { get; }

    public void Choose(Subject subject, bool isChosen) => _ = isChosen ? Subjects.Add(subject) : Subjects.Remove(subject);

    /// <summary>The experiment as chosen. Where it compares with an idle server, it goes on to; clients that would come after its end stay away.</summary>
    /// <exception cref="LabException">It cannot be, or would take too long here.</exception>
    public Experiment Chosen()
    {
        Require(Rate is >= 0 and <= MostRate, $"The flood's rate must be 0 to {MostRate} packets a second.");
        Require(Seconds is >= 2 and <= MostSeconds, $"A trial must last 2 to {MostSeconds} s.");
        Require(Subjects.Count > 0, "Choose one policy at least.");
        var plan = _experiment.Clients;
        IEnumerable<FloodRate> rates = _experiment.Flood.Rates.Any(rate => rate.IsIdle) ? [new FloodRate(0), new FloodRate(Rate)] : [new FloodRate(Rate)];
        var chosen = _experiment with
        {
            Engine = EngineKind.Sim,
            Seed = Seed,
            Subjects = [.. Choices.Where(Subjects.Contains)],
            Duration = TimeSpan.FromSeconds(Seconds),
            Flood = _experiment.Flood with { Rates = [.. rates.Distinct()] },
            Clients = plan with { Count = Math.Min(plan.Count, (int)((Seconds - plan.After.TotalSeconds) * plan.PerSecond)) },
        };
        ExperimentRules.Require(chosen, chosen.Name);
        Require(Packets(chosen) <= MostPackets, $"That would be {Packets(chosen) / 1_000_000} million packets; {MostPackets / 1_000_000} million are allowed here. Choose fewer policies, a lower rate or less time.");
        return chosen;
    }

    /// <summary>The command line that does the same.</summary>
    public static string Command(Experiment chosen) => string.Create(CultureInfo.InvariantCulture,
        $"actortcp lab run {chosen.Name} --engine sim --seed {chosen.Seed} --subject {string.Join(' ', chosen.Subjects)} --rate {string.Join(' ', chosen.Flood.Rates.Select(rate => rate.PerSecond))} --clients {chosen.Clients.Count} --duration {chosen.Duration.TotalSeconds}");

    private static long Packets(Experiment chosen) => chosen.Trials().Sum(trial =>
        (long)(trial.Rate.PerSecond * Math.Min((chosen.Flood.Until ?? TimeSpan.MaxValue).TotalSeconds, (chosen.Duration + chosen.Clients.Patience).TotalSeconds)));

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new LabException(otherwise);
        }
    }
}
