using System.Net;
using ActorTcp.Linux;
using ActorTcp.Stack;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace ActorTcp.Hosting;

/// <summary>The application's stack with its device: opened when somebody first needs it or the application starts, drained when it stops.</summary>
public sealed partial class ActorTcpHost : IHostedService, IAsyncDisposable
{
    private readonly ActorTcpOptions _options;
    private readonly ILogger<ActorTcpHost> _logger;
    private readonly Lazy<Opened> _opened;
    private readonly List<TcpListener> _listeners = [];
    private readonly IDisposable? _changes;

    public ActorTcpHost(IOptionsMonitor<ActorTcpOptions> options, ILogger<ActorTcpHost> logger)
    {
        ArgumentNullException.ThrowIfNull(options);
        (_options, _logger) = (options.CurrentValue, logger);
        _opened = new Lazy<Opened>(Open);
        _changes = options.OnChange(Changed);
    }

    /// <summary>The stack, running.</summary>
    /// <exception cref="TunException">The device cannot be had; the message says what to do.</exception>
    public TcpStack Stack => _opened.Value.Stack;

    /// <summary>The name that the device has in the end.</summary>
    public string Device => _opened.Value.Tun.Name;

    internal IReadOnlyList<IPNetwork> Prefixes => _opened.Value.Prefixes;

    /// <summary>As <see cref="TcpStack.ListenAsync"/>, with the limits and the policy that the options say; a policy that changes in the configuration is switched.</summary>
    public async Task<TcpListener> ListenAsync(ListenOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        var listener = await Stack.ListenAsync(options with
        {
            Policy = _options.Policy,
            HalfOpenLimit = _options.HalfOpenLimit,
            Backlog = _options.Backlog,
        }).ConfigureAwait(false);
        lock (_listeners)
        {
            _listeners.Add(listener);
        }

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
        _changes?.Dispose();
        if (_opened.IsValueCreated)
        {
            var reset = await Stack.StopAsync(deadline).ConfigureAwait(false);
            _opened.Value.Dispose();
            if (reset > 0)
            {
                LogReset(reset);
            }
        }
    }

    private Opened Open()
    {
        IPNetwork[] prefixes = [.. _options.Prefixes.Select(text => IPNetwork.Parse(text))];
        var addresses = !_options.AddRoutes ? []
            : _options.HostAddresses.Count > 0 ? [.. _options.HostAddresses.Select(text => IPAddress.Parse(text))]
            : SourceAddresses.MissingFor(prefixes);
        var tun = TunInterface.Open(new TunOptions
        {
            Name = _options.Device,
            Queues = _options.Shards,
            Mtu = _options.Mtu,
            HostAddresses = addresses,
            Routes = _options.AddRoutes ? prefixes : [],
        });
        PollParking[] parkings = [.. tun.Queues.Select(queue => new PollParking(queue.Fd))];
        var stack = new TcpStack(new TcpStackOptions { KeepHistory = _options.KeepHistory }, [.. tun.Queues.Zip(parkings, (queue, parking) => new StackQueue(queue, parking))]);
        stack.ActorFailed += (what, failure) => LogFailure(failure, what);
        stack.Start();
        return new Opened(stack, tun, parkings, prefixes);
    }

    private void Changed(ActorTcpOptions options)
    {
        lock (_listeners)
        {
            foreach (var listener in _listeners.Where(listener => listener.Policy != options.Policy))
            {
                LogPolicy(listener.Options.Port, listener.Policy, options.Policy);
                _ = listener.SwitchAsync(options.Policy);
            }
        }
    }

    [LoggerMessage(LogLevel.Information, "TCP in user space on {Device}: {Prefixes}")]
    private partial void LogServing(string device, string prefixes);

    [LoggerMessage(LogLevel.Information, "Port {Port}: policy {Former} becomes {Policy}")]
    private partial void LogPolicy(int port, Protocol.HalfOpenPolicy former, Protocol.HalfOpenPolicy policy);

    [LoggerMessage(LogLevel.Warning, "{Count} connections had not ended by the deadline and were reset")]
    private partial void LogReset(int count);

    [LoggerMessage(LogLevel.Error, "Failed: {What}")]
    private partial void LogFailure(Exception failure, string what);

    private sealed record Opened(TcpStack Stack, TunInterface Tun, PollParking[] Parkings, IReadOnlyList<IPNetwork> Prefixes) : IDisposable
    {
        public void Dispose()
        {
            Tun.Dispose();
            Array.ForEach(Parkings, parking => parking.Dispose());
        }
    }
}
