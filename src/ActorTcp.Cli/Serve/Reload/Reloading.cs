using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>Reads what <c>actortcp serve</c> is to do once more while it runs: the limits of its ports hold from then on, what cannot change is named and left.</summary>
/// <param name="again">Reads the same places again.</param>
internal sealed class Reloading(ServeOptions options, Func<ServeOptions> again, IReadOnlyList<TcpListener> listeners, Systemd systemd, TextWriter error)
{
    private readonly Dictionary<Setting, Chosen> _chosen = new(options.Chosen);

    /// <summary>How long connections may take to end, as it holds now.</summary>
    public TimeSpan Drain { get; private set; } = options.Drain;

    /// <param name="ended">Ends it; that is no error.</param>
    public async Task RunAsync(Hangups hangups, CancellationToken ended)
    {
        try
        {
            while (true)
            {
                await hangups.NextAsync(ended);
                systemd.Reloading();
                systemd.Ready(await ReloadAsync());
            }
        }
        catch (OperationCanceledException)
        {
            // The daemon ends.
        }
    }

    /// <returns>One line on what became of it.</returns>
    public async Task<string> ReloadAsync()
    {
        try
        {
            var fresh = again();
            await Task.WhenAll(listeners.Select(listener => listener.ChangeAsync(fresh.On(listener.Limits))));
            Drain = fresh.Drain;
            var changes = SettingChange.Between(_chosen, fresh.Chosen).ToLookup(change => change.Setting.MayChange);
            foreach (var change in changes[true])
            {
                _chosen[change.Setting] = fresh.Chosen[change.Setting];
                await error.WriteLineAsync($"note: {change}");
            }

            foreach (var change in changes[false])
            {
                await error.WriteLineAsync($"warning: {change} only when the daemon starts again");
            }

            return string.Create(null, $"reloaded, {changes[true].Count()} changed{(changes[false].Any() ? $", {changes[false].Count()} to change at the next start" : "")}");
        }
        catch (BadInputException bad)
        {
            await error.WriteLineAsync($"error: not reloaded, all stays as it was: {bad.Message}");
            return "not reloaded: the configuration cannot be";
        }
    }
}
