using System.Runtime.InteropServices;

namespace ActorTcp.Cli;

/// <summary>SIGTERM and SIGINT: the first is a request; the second is left to the system, which ends the program at once.</summary>
internal sealed class Termination : IDisposable
{
    private readonly TaskCompletionSource _requested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _signals;

    public Termination() => _signals =
    [
        PosixSignalRegistration.Create(PosixSignal.SIGTERM, Request),
        PosixSignalRegistration.Create(PosixSignal.SIGINT, Request),
    ];

    /// <summary>Completes with the first signal.</summary>
    public Task Requested => _requested.Task;

    public void Dispose() => Array.ForEach(_signals, signal => signal.Dispose());

    private void Request(PosixSignalContext signal) => signal.Cancel = _requested.TrySetResult();
}
