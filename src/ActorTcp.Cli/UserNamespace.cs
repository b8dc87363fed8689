using System.ComponentModel;
using System.Diagnostics;

namespace ActorTcp.Cli;

/// <summary>user_namespaces(7): whoever is not root can be root in a world of his own, and make a network there.</summary>
internal static class UserNamespace
{
    /// <summary>Tells the program that it runs there already.</summary>
    public const string Mark = "--in-user-namespace";

    private static readonly string[] AsRoot = ["--user", "--map-root-user", "--"];

    /// <summary>Whether this machine lets us.</summary>
    public static bool IsPossible() => Unshare("true", [], silent: true) == 0;

    /// <summary>Runs this program again with the same arguments.</summary>
    /// <returns>Its exit code.</returns>
    public static int RunAgain()
    {
        var command = Environment.GetCommandLineArgs();
        var isHosted = Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet";
        return Unshare(Environment.ProcessPath!, [.. isHosted ? command : command[1..], Mark], silent: false);
    }

    private static int Unshare(string program, string[] arguments, bool silent)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("unshare", [.. AsRoot, program, .. arguments])
            {
                UseShellExecute = false,
                RedirectStandardError = silent,
            })!;
            process.WaitForExit();
            return process.ExitCode;
        }
        catch (Win32Exception)
        {
            return ExitCode.Failure;   // there is no unshare(1)
        }
    }
}
