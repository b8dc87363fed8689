namespace ActorTcp.Lab;

/// <summary>What must hold of an experiment before anything is started.</summary>
internal static class ExperimentRules
{
    /// <summary>More trials than anybody waits for.</summary>
    private const int MostTrials = 500;

    private const int MostClients = 1_000_000;

    /// <param name="place">Where the experiment is written, for the message.</param>
    /// <exception cref="LabException">It does not.</exception>
    public static void Require(Experiment experiment, string place)
    {
        if (Violated(experiment) is { } violated)
        {
            throw new LabException($"{place}: {violated}");
        }
    }

    private static string? Violated(Experiment experiment) => InGeneral(experiment) ?? OfTheFlood(experiment.Flood) ?? OfTheClients(experiment.Clients) ?? OfTheEngine(experiment);

    private static string? InGeneral(Experiment experiment) => experiment switch
    {
        { Name: var name } when name.Length is 0 or > 40 || !name.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_')
            => $"name: '{name}' must be 1 to 40 letters, digits, '-' or '_'.",
        { Seed: < 0 } => "seed: must be 0 or more.",
        { Subjects.Count: 0 } => $"subjects: none is named. Valid: {string.Join(", ", Subject.All)}.",
        { HalfOpenLimit: < 1 or > 16_777_216 } => "halfOpenLimit: must be 1 to 16777216.",
        { QueueLength: < 1 or > 1_000_000 } => "queueLength: must be 1 to 1000000.",
        { Duration.TotalSeconds: < 0 or > 3600 } => "duration: must be 0 to 3600 s.",
        _ when experiment.Trials().Count > MostTrials => $"there are {experiment.Trials().Count} combinations; {MostTrials} are allowed.",
        _ => null,
    };

    private static string? OfTheFlood(FloodPlan flood) => flood switch
    {
        { Kinds.Count: 0 } or { Rates.Count: 0 } or { Sources.Count: 0 } => "flood: kinds, rates and sources must name one each at least.",
        { Hosts: < 1 or > 200 } => "flood.hosts: must be 1 to 200.",
        { SynsFirst: < 0 or > 1_000_000 } => "flood.synsFirst: must be 0 to 1000000.",
        { Prefix.PrefixLength: < 8 } => "flood.prefix: must be a prefix of 10.0.0.0/8.",
        _ when !LabAddresses.Flood.Contains(flood.Prefix.BaseAddress) => "flood.prefix: must be a prefix of 10.0.0.0/8.",
        _ => null,
    };

    private static string? OfTheClients(ClientPlan clients) => clients switch
    {
        { Count: < 0 or > MostClients } => $"clients.count: must be 0 to {MostClients}.",
        { PerSecond: < 1 or > MostClients } => $"clients.perSecond: must be 1 to {MostClients}.",
        { Rtts.Count: 0 } or { Losses.Count: 0 } => "clients: rtts and losses must name one each at least.",
        _ when clients.Losses.Any(loss => loss is not (>= 0 and < 1)) => "clients.losses: must be shares from 0 to less than 1; 1 % is 0.01.",
        { Duplicates: not (>= 0 and <= 1) } => "clients.duplicates: must be a share from 0 to 1.",
        _ => null,
    };

    private static string? OfTheEngine(Experiment experiment) => experiment switch
    {
        _ when !experiment.SubjectsOfEngine().Any() => $"subjects: engine {Names.Of(experiment.Engine)} has none of {string.Join(", ", experiment.Subjects)}. "
            + $"Valid: {string.Join(", ", Subject.All.Where(subject => experiment.Engine != EngineKind.Sim == subject.IsKernel))}.",
        { Engine: EngineKind.Sim } when experiment.Flood.Rates.Any(rate => rate.IsMost) => "flood.rates: \"max\" needs real packets: engine tun or kernel.",
        { Engine: not EngineKind.Sim, Clients: { Rtts: not [_] } or { Losses: not [0] } or { Duplicates: > 0 } }
            => $"clients: rtts, losses and duplicates need the simulated network: engine sim, not {Names.Of(experiment.Engine)}.",
        _ => null,
    };
}
