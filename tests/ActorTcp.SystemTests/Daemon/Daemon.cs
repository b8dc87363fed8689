using ActorTcp.Testing;

namespace ActorTcp.SystemTests;

/// <summary>The program <c>actortcp serve</c> as its users start it, serving two prefixes inside a namespace.</summary>
internal sealed class Daemon
{
    public const string Device = "at0";
    public const string Prefix = "10.77.0.0/16";
    public const string PrefixV6 = "fd77::/64";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly RunningCommand _command;

    private Daemon(RunningCommand command) => _command = command;

    /// <summary>The program, built beside the tests.</summary>
    public static string Program { get; } = Path.Combine(AppContext.BaseDirectory, "actortcp");

    /// <summary>Starts it and waits until it serves. What still runs ends with the namespace.</summary>
    public static Daemon Start(TestNamespace ns, params ReadOnlySpan<string> arguments)
    {
        var command = ns.Start(Program, ["serve", "--tun", Device, "--prefix", Prefix, "--prefix", PrefixV6, .. arguments]);
        command.WaitForOutput("READY", Patience);
        return new Daemon(command);
    }

    /// <summary>Asks it to end, as systemd does with TERM and a terminal with INT.</summary>
    public void Signal(string name) => _command.Signal(name);

    /// <summary>Ends it without a chance to say farewell to anyone.</summary>
    public void Kill()
    {
        Signal("KILL");
        _command.WaitForExit(Patience);
    }

    public DaemonEnd WaitForExit() => DaemonEnd.Of(_command.WaitForExit(Patience));

    /// <summary>Waits until it has said something on its standard output.</summary>
    public void WaitForOutput(string text) => _command.WaitForOutput(text, Patience);

    /// <summary>Waits until it has said something on its standard error.</summary>
    public void WaitForError(string text) => _command.WaitForError(text, Patience);

    /// <summary>Asks it to end, and waits until it has.</summary>
    public DaemonEnd Stop()
    {
        Signal("TERM");
        return WaitForExit();
    }
}
