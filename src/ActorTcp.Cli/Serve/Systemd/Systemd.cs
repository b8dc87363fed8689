using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;

namespace ActorTcp.Cli;

/// <summary>systemd, where it has started this program as a service of Type=notify or notify-reload; elsewhere nobody listens.</summary>
/// <param name="socket">Null where nobody listens.</param>
/// <param name="watchdog">Within which time it wants a sign of life, each time; null where it wants none.</param>
internal sealed class Systemd(NotifySocket? socket, TimeSpan? watchdog, TextWriter error) : IDisposable
{
    private const long MicrosecondsPerSecond = 1_000_000;

    /// <summary>How much longer than the connections the rest may take to end.</summary>
    private static readonly TimeSpan Rest = TimeSpan.FromSeconds(5);

    private bool _isDeaf;

    public TimeSpan? Watchdog => socket is null ? null : watchdog;

    /// <param name="variable">Looks an environment variable up.</param>
    public static Systemd From(Func<string, string?> variable, TextWriter error) => new(
        variable("NOTIFY_SOCKET") is { Length: > 1 } path && path[0] is '/' or '@' ? new NotifySocket(path) : null,
        WatchdogFrom(variable),
        error);

    /// <summary>Connections are taken from now on.</summary>
    public void Ready(string status) => Tell("READY=1", $"STATUS={status}");

    /// <summary>The configuration is read again; <see cref="Ready"/> says when it holds. The time lets systemd tell this reload from one that it asks for later.</summary>
    public void Reloading() => Tell("RELOADING=1", string.Create(CultureInfo.InvariantCulture, $"MONOTONIC_USEC={Now()}"));

    /// <param name="drain">How long connections may take to end: systemd is asked for as much patience.</param>
    public void Stopping(TimeSpan drain) =>
        Tell("STOPPING=1", "STATUS=no new connections, waiting for the last to end", string.Create(CultureInfo.InvariantCulture, $"EXTEND_TIMEOUT_USEC={(drain + Rest).TotalMicroseconds:0}"));

    public void Status(string status) => Tell($"STATUS={status}");

    /// <summary>A sign of life, for which <see cref="Watchdog"/> waits.</summary>
    public void Alive() => Tell("WATCHDOG=1");

    public void Dispose() => socket?.Dispose();

    private void Tell(params ReadOnlySpan<string> assignments)
    {
        try
        {
            socket?.Send(assignments);
        }
        catch (SocketException refused)
        {
            if (!_isDeaf)
            {
                error.WriteLine($"warning: the service manager cannot be told {assignments[0]}: {refused.Message}");
            }

            _isDeaf = true;
        }
    }

    /// <summary>sd_watchdog_enabled(3): the variables may be meant for another process.</summary>
    private static TimeSpan? WatchdogFrom(Func<string, string?> variable) =>
        long.TryParse(variable("WATCHDOG_USEC"), NumberStyles.None, CultureInfo.InvariantCulture, out var microseconds) && microseconds > 0
        && (variable("WATCHDOG_PID") is not { Length: > 0 } pid || pid == Environment.ProcessId.ToString(CultureInfo.InvariantCulture))
            ? TimeSpan.FromMicroseconds(microseconds)
            : null;

    /// <summary>CLOCK_MONOTONIC in microseconds.</summary>
    private static long Now() => Stopwatch.GetTimestamp() / (Stopwatch.Frequency / MicrosecondsPerSecond);
}
