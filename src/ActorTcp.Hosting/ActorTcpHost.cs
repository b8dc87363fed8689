using System.Net;
using ActorTcp.Linux;
using ActorTcp.Stack;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;

namespace ActorTcp.Hosting;

/// <summary>The application's stack with its device: opened when somebody first needs it or the application starts, drained when it stops.</summary>
public sealed partial class ActorTcpHost : IHostedService, IAsyncDisposable
{
    private readonly ActorTcpOptions _options;
    private readonly ILogger<ActorTcpHost> _logger;
    private readonly Lazy<Opened> _opened;
    private readonly List<TcpListener> _listeners = [];
    private ListenLimits _limits;
    private readonly IDisposable[] _changes;

    /// <param name="options">With what it begins.</param>
    /// <param name="latest">Reads them again.</param>
    /// <param name="sources">Say when.</param>
    public ActorTcpHost(
        IOptions<ActorTcpOptions> options,
        IOptionsFactory<ActorTcpOptions> latest,
        IEnumerable<IOptionsChangeTokenSource<ActorTcpOptions>> sources,
        ILogger<ActorTcpHost> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(sources);
        (_options, _limits, _logger) = (options.Value, options.Value.Limits, logger);
        _opened = new Lazy<Opened>(Open);
        _changes = [.. sources.Select(source => ChangeToken.OnChange(source.GetChangeToken, () => Reload(latest)))];
    }

    /// <summary>The stack, running.</summary>
    /// <exception cref="TunException">The device cannot be had; the message says what to do.</exception>
    public TcpStack Stack => _opened.Value.On.Stack;

    /// <summary>The name that the device has in the end.</summary>
    public string Device => _opened.Value.On.Tun.Name;

    internal IReadOnlyList<IPNetwork> Prefixes => _opened.Value.Prefixes;

    /// <summary>As <see cref="TcpStack.ListenAsync"/>, with the limits that the options say, also when they change.</summary>
    public async Task<TcpListener> ListenAsync(ListenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var listener = await Stack.ListenAsync(options).ConfigureAwait(false);
        ListenLimits limits;
        lock (_listeners)
        {
            _listeners.Add(listener);
            limits = _limits;
        }

        await listener.ChangeAsync(limits).ConfigureAwait(false);
        return listener;
    }

    Task IHostedService.StartAsync(CancellationToken cancellationToken)
    {
        LogServing(Device, string.Join(", ", _options.Prefixes));
        return Task.CompletedTask;
    }

    Task IHostedService.StopAsync(CancellationToken cancellationToken) => StopAsync(_options.DrainTimeout);

    /// <summary>Resets the connections that are left.</summary>
    public async ValueTask DisposeAsync() => await StopAsync(TimeSpan.Zero).ConfigureAwait(false);

    private async Task StopAsync(TimeSpan deadline)
    {
        Array.ForEach(_changes, change => change.Dispose());
        if (_opened.IsValueCreated)
        {
            var reset = await Stack.StopAsync(deadline).ConfigureAwait(false);
            _opened.Value.Instruments.Dispose();
            _opened.Value.On.Dispose();
            if (reset > 0)
            {
                LogReset(reset);
            }
        }
    }

    private Opened Open()
    {
        IPNetwork[] prefixes = [.. _options.Prefixes.Select(text => IPNetwork.Parse(text))];
        var device = new TunOptions
        {
            Name = _options.Device,
            Queues = _options.Shards,
            Mtu = _options.Mtu,
            HostAddresses = !_options.AddRoutes ? [] : _options.HostAddresses.Count == 0 ? null : [.. _options.HostAddresses.Select(text => IPAddress.Parse(text))],
            Routes = _options.AddRoutes ? prefixes : [],
        };
        var on = new TunStack(device, new TcpStackOptions { KeepHistory = _options.KeepHistory });
        on.Stack.ActorFailed += (what, failure) => LogFailure(failure, what);
        on.Stack.Start();
        return new Opened(on, new StackInstruments(on.Stack), prefixes);
    }

    /// <summary>Takes the limits of the configuration as it is now; one that cannot be changes nothing.</summary>
    private void Reload(IOptionsFactory<ActorTcpOptions> latest)
    {
        try
        {
            var limits = latest.Create(Options.DefaultName).Limits;
            lock (_listeners)
            {
                if (limits == _limits)
                {
                    return;
                }

                _limits = limits;
                _listeners.ForEach(listener => _ = listener.ChangeAsync(limits));
            }

            LogChanged(limits);
        }
        catch (Exception bad) when (bad is OptionsValidationException or InvalidOperationException)
        {
            LogRefused(bad.Message);
        }
    }

    [LoggerMessage(LogLevel.Information, "TCP in user space on {Device}: {Prefixes}")]
    private partial void LogServing(string device, string prefixes);

    [LoggerMessage(LogLevel.Information, "Limits from now on: {Limits}")]
    private partial void LogChanged(ListenLimits limits);

    [LoggerMessage(LogLevel.Error, "The changed configuration is left aside: {Why}")]
    private partial void LogRefused(string why);

    [LoggerMessage(LogLevel.Warning, "{Count} connections had not ended by the deadline and were reset")]
    private partial void LogReset(int count);

    [LoggerMessage(LogLevel.Error, "Failed: {What}")]
    private partial void LogFailure(Exception failure, string what);

    private sealed record Opened(TunStack On, StackInstruments Instruments, IReadOnlyList<IPNetwork> Prefixes);
}
