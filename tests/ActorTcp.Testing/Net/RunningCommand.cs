using System.Diagnostics;

namespace ActorTcp.Testing;

/// <summary>A process that a test has started. Disposing it kills it, by its own id, if it still runs.</summary>
internal sealed class RunningCommand : IDisposable
{
    private readonly string _command;
    private readonly Process _process;
    private readonly Transcript _output = new();
    private readonly Transcript _error = new();

    public RunningCommand(string file, params ReadOnlySpan<string> arguments)
    {
        _command = $"{file} {string.Join(' ', arguments)}";
        _process = Process.Start(new ProcessStartInfo(file, arguments.ToArray())
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["PATH"] = SearchPath },
        })!;
        _output.Follow(_process.StandardOutput);
        _error.Follow(_process.StandardError);
    }

    /// <summary>Where commands look for commands: the caller's PATH, and where Debian keeps those that only root uses.</summary>
    public static string SearchPath { get; } = $"{Environment.GetEnvironmentVariable("PATH")}:/usr/sbin:/sbin";

    public int Pid => _process.Id;

    public StreamWriter Input => _process.StandardInput;

    /// <summary>What it has written to its standard output so far.</summary>
    public string Output => _output.Text;

    /// <summary>What it has written to its standard error so far.</summary>
    public string Error => _error.Text;

    /// <summary>Waits until the output holds a text.</summary>
    /// <exception cref="TimeoutException">It did not in time; the message holds what was said instead.</exception>
    public void WaitForOutput(string text, TimeSpan patience)
    {
        if (!_output.WaitFor(text, patience))
        {
            throw new TimeoutException($"{_command} did not say '{text}' within {patience}\n{Output}{Error}");
        }
    }

    /// <summary>As <see cref="WaitForOutput"/>, for the standard error.</summary>
    /// <exception cref="TimeoutException">It did not in time; the message holds what was said instead.</exception>
    public void WaitForError(string text, TimeSpan patience)
    {
        if (!_error.WaitFor(text, patience))
        {
            throw new TimeoutException($"{_command} did not complain of '{text}' within {patience}\n{Output}{Error}");
        }
    }

    /// <summary>Sends it a signal, such as TERM, which is how systemd asks a service to end.</summary>
    public void Signal(string name)
    {
        using var kill = Process.Start("kill", [$"-{name}", $"{Pid}"]);
        kill.WaitForExit();
    }

    /// <exception cref="TimeoutException">It did not end in time, and was killed; the message holds what it said.</exception>
    public CommandResult WaitForExit(TimeSpan patience)
    {
        if (!_process.WaitForExit(patience))
        {
            _process.Kill();
            throw new TimeoutException($"{_command} did not end within {patience}\n{Output}{Error}");
        }

        _output.WaitForEnd();
        _error.WaitForEnd();
        return new CommandResult(_command, _process.ExitCode, Output, Error);
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            _process.WaitForExit();
        }

        _process.Dispose();
    }
}
