using ActorTcp.Control;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>Where the daemon answers what `actortcp ss` and its like ask.</summary>
/// <param name="Path">Null for a socket named after the device, in the usual folder.</param>
/// <param name="IsOff">Whether there shall be none.</param>
internal sealed record ControlOptions(string? Path, bool IsOff)
{
    /// <exception cref="BadInputException">A value cannot be.</exception>
    public static ControlOptions From(SettingLayers layers) => layers.One<string?>(ServeSettings.Control, Parse.Text, null) is { } path
        ? new ControlOptions(path is "none" ? null : path, IsOff: path is "none")
        : new ControlOptions(null, IsOff: false);

    /// <returns>Null where there is none; then it has been said why.</returns>
    /// <exception cref="ControlException">The path that the user named cannot be had.</exception>
    public ControlServer? Open(TcpStack stack, string device, TextWriter error)
    {
        if (IsOff)
        {
            return null;
        }

        if (Path is not null)
        {
            return ControlServer.Open(stack, Path);
        }

        try
        {
            return ControlServer.OpenNamed(stack, device);
        }
        catch (ControlException refused)
        {
            error.WriteLine($"note: {refused.Message} (see --control)");
            return null;
        }
    }
}
