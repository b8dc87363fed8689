using ActorTcp.Control;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>Where the daemon writes what happens, as lines of JSON.</summary>
/// <param name="Path">A file, to which is appended; - for the standard output; null for none.</param>
/// <param name="PerSecond">Events a second at most.</param>
internal sealed record EventLogOptions(string? Path, int PerSecond)
{
    /// <exception cref="BadInputException">A value cannot be.</exception>
    public static EventLogOptions From(SettingLayers layers) => new(
        layers.One<string?>(ServeSettings.EventLog, Parse.Text, null),
        layers.One(ServeSettings.EventRate, Parse.Integer(1, 1_000_000), EventTap.UsualRate));

    /// <returns>Null where there is none.</returns>
    /// <exception cref="BadInputException">The file cannot be written.</exception>
    public EventLog? Start(TcpStack stack, TextWriter error)
    {
        if (Path is null)
        {
            return null;
        }

        var log = EventLog.Start(stack, Open(Path), PerSecond);
        log.Failed += broken => error.WriteLine($"failed: the event log: {broken.Message}");
        return log;
    }

    private static FileStream Open(string path)
    {
        try
        {
            return path == "-" ? StandardOutput.Open() : new FileStream(path, FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"--event-log: {refused.Message}");
        }
    }
}
