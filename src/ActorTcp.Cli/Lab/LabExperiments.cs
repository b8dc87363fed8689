using ActorTcp.Lab;

namespace ActorTcp.Cli;

/// <summary>Experiments by what the user calls them.</summary>
internal static class LabExperiments
{
    /// <param name="name">One that comes with the program, or the path of a file.</param>
    /// <exception cref="BadInputException">There is none, or the file says what cannot be.</exception>
    public static Experiment Find(string name)
    {
        if (ExperimentCatalog.Find(name) is { } found)
        {
            return found;
        }

        if (!File.Exists(name))
        {
            throw new BadInputException($"{name}: no such experiment, and no such file. Valid: {string.Join(", ", ExperimentCatalog.All.Select(experiment => experiment.Name))}, or the path of a file.");
        }

        try
        {
            return ExperimentFile.Read(name);
        }
        catch (LabException wrong)
        {
            throw new BadInputException(wrong.Message);
        }
    }
}
