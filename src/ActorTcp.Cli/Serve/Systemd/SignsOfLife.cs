namespace ActorTcp.Cli;

/// <summary>Tells the watchdog of the service manager that every shard still goes round. One that is stuck makes all of them silent.</summary>
/// <param name="round">Completes when every shard has gone round once more.</param>
internal sealed class SignsOfLife(Func<Task> round, Systemd systemd)
{
    private Task _round = Task.CompletedTask;

    /// <summary>Twice in each period of the watchdog, as sd_watchdog_enabled(3) recommends.</summary>
    /// <param name="ended">Ends it; that is no error.</param>
    public async Task RunAsync(TimeProvider time, CancellationToken ended)
    {
        if (systemd.Watchdog is not { } period)
        {
            return;
        }

        using var timer = new PeriodicTimer(period / 2, time);
        try
        {
            do
            {
                Look();
            }
            while (await timer.WaitForNextTickAsync(ended));
        }
        catch (OperationCanceledException)
        {
            // The daemon has ended.
        }
    }

    /// <summary>Gives a sign if every shard went round since the last look.</summary>
    public void Look()
    {
        if (_round.IsCompletedSuccessfully)
        {
            systemd.Alive();
            _round = round();
        }
    }
}
