using System.Diagnostics;
using System.Text;

namespace ActorTcp.Testing;

/// <summary>A process that a test has started. Disposing it kills it, by its own id, if it still runs.</summary>
internal sealed class RunningCommand : IDisposable
{
    private readonly string _command;
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly StringBuilder _error = new();

    public RunningCommand(string file, params ReadOnlySpan<string> arguments)
    {
        _command = $"{file} {string.Join(' ', arguments)}";
        _process = new Process
        {
            StartInfo = new ProcessStartInfo(file, arguments.ToArray())
            {
                UseShellExecute = false,
                RedirectStandardInput = true,
                RedirectStandardOutput = true,
                RedirectStandardError = true,
            },
        };
        _process.OutputDataReceived += (_, line) => Append(_output, line.Data);
        _process.ErrorDataReceived += (_, line) => Append(_error, line.Data);
        _process.Start();
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
    }

    public int Pid => _process.Id;

    public StreamWriter Input => _process.StandardInput;

    /// <summary>What it has said so far.</summary>
    public string Output => Text(_output);

    /// <summary>What it has complained of so far.</summary>
    public string Error => Text(_error);

    /// <summary>Waits until the output, or the complaints, hold a text.</summary>
    /// <exception cref="TimeoutException">They did not in time; the message holds what was said instead.</exception>
    public void WaitFor(string text, TimeSpan timeout)
    {
        var deadline = Stopwatch.GetTimestamp() + (long)(timeout.TotalSeconds * Stopwatch.Frequency);
        lock (_process)
        {
            while (!Said(_output, text) && !Said(_error, text))
            {
                var left = Stopwatch.GetElapsedTime(Stopwatch.GetTimestamp(), deadline);
                if (left <= TimeSpan.Zero || !Monitor.Wait(_process, left))
                {
                    throw new TimeoutException($"{_command} did not say '{text}' within {timeout}\n{_output}{_error}");
                }
            }
        }
    }

    /// <summary>Asks it to end, as systemd would.</summary>
    public void Terminate()
    {
        using var kill = Process.Start("kill", ["-TERM", $"{Pid}"]);
        kill.WaitForExit();
    }

    /// <exception cref="TimeoutException">It did not end in time, and was killed; the message holds what it said.</exception>
    public CommandResult WaitForExit(TimeSpan timeout)
    {
        if (!_process.WaitForExit(timeout))
        {
            _process.Kill();
            throw new TimeoutException($"{_command} did not end within {timeout}\n{Output}{Error}");
        }

        _process.WaitForExit(); // until the last line is read
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

    private static bool Said(StringBuilder said, string text) => said.ToString().Contains(text, StringComparison.Ordinal);

    private string Text(StringBuilder said)
    {
        lock (_process)
        {
            return said.ToString();
        }
    }

    private void Append(StringBuilder said, string? line)
    {
        if (line is not null)
        {
            lock (_process)
            {
                said.Append(line).Append('\n');
                Monitor.PulseAll(_process);
            }
        }
    }
}
