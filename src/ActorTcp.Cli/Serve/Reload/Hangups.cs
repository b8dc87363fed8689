using System.Runtime.InteropServices;

namespace ActorTcp.Cli;

/// <summary>SIGHUP to a daemon: a request to read the configuration again. On a terminal it keeps its first meaning, that the terminal is gone, and ends the program.</summary>
internal sealed class Hangups : IDisposable
{
    private readonly SemaphoreSlim _pending = new(0, maxCount: 1);
    private readonly PosixSignalRegistration? _signal;

    public Hangups(bool onTerminal) => _signal = onTerminal ? null : PosixSignalRegistration.Create(PosixSignal.SIGHUP, Note);

    /// <summary>Completes with the next signal; several that came meanwhile are one.</summary>
    public Task NextAsync(CancellationToken cancellation) => _pending.WaitAsync(cancellation);

    public void Dispose()
    {
        _signal?.Dispose();
        _pending.Dispose();
    }

    private void Note(PosixSignalContext signal)
    {
        signal.Cancel = true;
        try
        {
            _pending.Release();
        }
        catch (SemaphoreFullException)
        {
            // One is pending already.
        }
    }
}
