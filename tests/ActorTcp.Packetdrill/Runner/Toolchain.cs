using System.Diagnostics;

namespace ActorTcp.Packetdrill;

/// <summary>What is made once for a run: the shim, and a folder of stand-ins for the commands that scripts run.</summary>
internal sealed class Toolchain : IDisposable
{
    private static readonly string[] StandIns = ["sysctl", "sockstat", "tcpdrop", "setkey", "ip", "tc", "ethtool"];

    /// <exception cref="InvalidOperationException">The C compiler is missing, or not pleased.</exception>
    public Toolchain()
    {
        Folder = Directory.CreateTempSubdirectory("actortcp-packetdrill-").FullName;
        var native = Path.Combine(AppContext.BaseDirectory, "Native");
        Compile("-shared", "-fPIC", "-o", Shim, Path.Combine(native, "shim.c"));
        var command = Path.Combine(Commands, "command");
        Directory.CreateDirectory(Commands);
        Compile("-o", command, Path.Combine(native, "command.c"));
        foreach (var name in StandIns)
        {
            File.CreateSymbolicLink(Path.Combine(Commands, name), command);
        }
    }

    /// <summary>Removed at the end.</summary>
    public string Folder { get; }

    public string Shim => Path.Combine(Folder, "shim.so");

    public string Commands => Path.Combine(Folder, "commands");

    /// <summary>Why no script can be run here; null when they can.</summary>
    public static string? Obstacle =>
        Packetdrill is null ? "no packetdrill: build it from a checkout of google/packetdrill and name it in PACKETDRILL, or put it on PATH"
        : OnPath("gcc") is null ? "no gcc to compile the shim with"
        : !Environment.IsPrivilegedProcess ? "packetdrill wants root, to lock its memory"
        : null;

    public static string? Packetdrill => Environment.GetEnvironmentVariable("PACKETDRILL") is { Length: > 0 } named ? named : OnPath("packetdrill");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private static string? OnPath(string command) =>
        Environment.GetEnvironmentVariable("PATH")?.Split(':').Select(folder => Path.Combine(folder, command)).FirstOrDefault(File.Exists);

    private static void Compile(params string[] arguments)
    {
        using var gcc = Process.Start(new ProcessStartInfo("gcc", ["-O2", "-Wall", "-Wextra", "-Werror", .. arguments]) { UseShellExecute = false, RedirectStandardError = true })!;
        var said = gcc.StandardError.ReadToEnd();
        gcc.WaitForExit();
        if (gcc.ExitCode != 0)
        {
            throw new InvalidOperationException(said);
        }
    }
}
