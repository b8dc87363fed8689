using System.Globalization;

namespace ActorTcp.Lab;

/// <summary>What a trial is besides its subject and its rate.</summary>
internal readonly record struct Scene(FloodKind Kind, SourcePattern Sources, TimeSpan Rtt, double Loss)
{
    public static Scene Of(Trial trial) => new(trial.Kind, trial.Sources, trial.Rtt, trial.Loss);

    /// <summary>In words, but only what is not the same in all scenes of the experiment; empty when nothing is.</summary>
    public string Among(Experiment experiment)
    {
        List<string> words = [];
        if (experiment.Flood.Kinds.Count > 1)
        {
            words.Add(Kind.Packets());
        }

        if (experiment.Flood.Sources.Count > 1)
        {
            words.Add(Sources.From(experiment.Flood));
        }

        if (experiment.Clients.Rtts.Count > 1)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"at a round trip of {Rtt.TotalMilliseconds:0.#} ms"));
        }

        if (experiment.Clients.Losses.Count > 1)
        {
            words.Add(string.Create(CultureInfo.InvariantCulture, $"with {100 * Loss:0.#} % loss"));
        }

        return string.Join(' ', words);
    }
}
