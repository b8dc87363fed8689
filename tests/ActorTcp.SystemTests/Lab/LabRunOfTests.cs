using System.Runtime.Versioning;
using System.Text.Json;
using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>One run of <c>actortcp lab run</c>, as its users start it, in a folder of its own.</summary>
[SupportedOSPlatform("linux")]
internal sealed class LabRunOfTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actortcp-lab-");

    /// <param name="before">What stands before the program on the command line, such as setpriv and its arguments.</param>
    /// <param name="experiment">As a file would hold it.</param>
    public LabRunOfTests(string[] before, string experiment)
    {
        File.SetUnixFileMode(_folder.FullName, (UnixFileMode)0x1FF);   // whoever runs it may write here
        var file = Path.Combine(_folder.FullName, "short.json");
        File.WriteAllText(file, experiment);
        string[] words = [.. before, Daemon.Program, "lab", "run", file, "--output", Path.Combine(_folder.FullName, "results")];
        Command = new RunningCommand(words[0], words.AsSpan(1));
    }

    public RunningCommand Command { get; }

    public CommandResult WaitForExit() => Command.WaitForExit(Patience);

    public void WaitForTrial(int number) => Command.WaitForError($"trial {number} of", Patience);

    public bool Has(string file) => File.Exists(Path.Combine(_folder.FullName, "results", file));

    public JsonElement Data() => JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder.FullName, "results", "data.json"))).RootElement;

    /// <summary>The share of clients that a subject has served under the flood, or without it.</summary>
    public double Share(string subject, bool flooded)
    {
        var trial = Data().GetProperty("trials").EnumerateArray()
            .Single(trial => trial.GetProperty("subject").GetString() == subject && trial.GetProperty("floodPackets").GetInt64() > 0 == flooded);
        return trial.GetProperty("completed").GetDouble() / trial.GetProperty("clients").GetDouble();
    }

    public void Dispose()
    {
        Command.Dispose();
        _folder.Delete(recursive: true);
    }
}
