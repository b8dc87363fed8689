using ActorTcp.Lab;
using Microsoft.Extensions.Logging;

namespace ActorTcp.Dashboard;

/// <summary>Where experiments are run for the page: one at a time, on a thread of their own, and never for long.</summary>
internal sealed partial class LabBench(ReportShelf shelf, TimeProvider time, ILogger<LabBench> log) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    private readonly Lock _gate = new();
    private CancellationTokenSource? _ending;
    private volatile LabRunState? _state;

    /// <summary>The present run, or the last one; null before the first.</summary>
    public LabRunState? State => _state;

    /// <returns>False while another run goes on.</returns>
    public bool TryBegin(Experiment experiment, string command)
    {
        lock (_gate)
        {
            if (_state is { IsRunning: true })
            {
                return false;
            }

            _ending?.Dispose();
            var ending = _ending = new CancellationTokenSource(Longest, time);
            _state = new LabRunState(experiment);
            new Thread(() => Run(experiment, command, ending.Token)) { IsBackground = true, Name = "laboratory" }.Start();
            return true;
        }
    }

    /// <summary>Ends the run early: what was measured until then is its result.</summary>
    public void Cancel()
    {
        lock (_gate)
        {
            _ending?.Cancel();
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _ending?.Cancel();
            _ending?.Dispose();
        }
    }

    private void Run(Experiment experiment, string command, CancellationToken ending)
    {
        try
        {
            var result = LabRun.Run(experiment, new Latest(this), ending);
            var report = LabReport.Of(result, command, began: null, MachineFacts.All());
            var name = result.Trials.Count == 0 ? null : shelf.Keep(experiment.Name, report);
            _state = _state! with { IsRunning = false, Report = name };
        }
        catch (Exception failure)
        {
            LogFailure(failure, experiment.Name);
            _state = _state! with { IsRunning = false, Failure = failure.Message };
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The experiment {Experiment} failed.")]
    private partial void LogFailure(Exception failure, string experiment);

    private sealed class Latest(LabBench bench) : IProgress<TrialProgress>
    {
        public void Report(TrialProgress value) => bench._state = bench._state! with { Progress = value };
    }
}
