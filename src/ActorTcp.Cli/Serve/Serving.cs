using ActorTcp.Linux;
using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>The life of <c>actortcp serve</c>: device, stack, listeners, READY; and after a signal all of it backwards.</summary>
internal static class Serving
{
    /// <param name="again">Reads the options again, for a reload.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="TunException">The device cannot be had.</exception>
    public static async Task<int> RunAsync(ServeOptions options, Func<ServeOptions> again, TextWriter output, TextWriter error)
    {
        using var termination = new Termination();
        using var hangups = new Hangups(onTerminal: !Console.IsErrorRedirected);
        using var systemd = Systemd.From(Environment.GetEnvironmentVariable, error);
        using var opened = Open(options, error);
        var (tun, stack) = (opened.Tun, opened.Stack);
        if (!options.NoOffload && stack.Count(Counter.ShardsWithoutOffload) > 0)
        {
            await error.WriteLineAsync($"note: the kernel knows no segmentation offload for {tun.Name}, so segments go one by one: bulk transfer is slower");
        }

        stack.ActorFailed += (what, _) => error.WriteLine($"failed: {what}");
        var listeners = await ListenAsync(stack, options);
        await using var control = options.Control.Open(stack, tun.Name, error);
        await using var events = options.EventLog.Start(stack, error);
        stack.Start();
        await output.WriteLineAsync($"READY {tun.Name} {string.Join(' ', [.. options.Prefixes, .. options.Services])}");
        await output.FlushAsync();

        using var telemetry = new Telemetry(stack, options.Otlp, error);
        await using var page = new PageHost(options.Page, stack);
        var hasPage = await page.TryStartAsync(output, error);
        var reloading = new Reloading(options, again, listeners, systemd, error);
        using var ended = new CancellationTokenSource();
        var life = new SignsOfLife(() => stack.OnEveryShard(_ => { }), systemd).RunAsync(stack.Options.Time, ended.Token);
        if (hasPage)
        {
            systemd.Ready($"serving on {tun.Name}");
            using var ending = new CancellationTokenSource();
            var meanwhile = Task.WhenAll(new StatusLine(stack, listeners, error).RunAsync(options.Status, ending.Token), reloading.RunAsync(hangups, ending.Token));
            await Task.WhenAny(termination.Requested, stack.Completion);
            await ending.CancelAsync();
            await meanwhile;
        }

        systemd.Stopping(reloading.Drain);
        var code = stack.Completion.IsCompleted ? await LostAsync(stack, error) : await DrainAsync(stack, listeners, reloading.Drain, error);
        await ended.CancelAsync();
        await life;
        await error.WriteLineAsync(CountersLine.Of(stack));
        return hasPage ? code : ExitCode.Failure;
    }

    private static TunStack Open(ServeOptions options, TextWriter error)
    {
        var device = new TunOptions
        {
            Name = options.Tun,
            Queues = options.Shards,
            Mtu = options.Mtu,
            QueueLength = options.QueueLength,
            Offload = !options.NoOffload,
            HostAddresses = options.HostAddresses,
            Routes = options.NoRoutes ? [] : options.Prefixes,
        };
        var opened = new TunStack(device, options.FastOpen.On(options.Defence.On(new TcpStackOptions())));
        foreach (var address in options.HostAddresses is null ? opened.Tun.HostAddresses : [])
        {
            error.WriteLine($"note: this machine had no address from which to speak to the prefix, so {opened.Tun.Name} has {address} (see --host-address)");
        }

        return opened;
    }

    private static async Task<IReadOnlyList<TcpListener>> ListenAsync(TcpStack stack, ServeOptions options)
    {
        var listeners = new List<TcpListener>();
        foreach (var service in options.Services)
        {
            var listen = (ListenOptions)options.On(options.Congestion.On(service.On(stack, options.Proxy)));
            listeners.Add(await stack.ListenAsync(options.Prefixes.Count == 0 ? listen : listen with { Prefixes = options.Prefixes }));
        }

        return listeners;
    }

    private static async Task<int> DrainAsync(TcpStack stack, IReadOnlyList<TcpListener> listeners, TimeSpan drain, TextWriter error)
    {
        await Task.WhenAll(listeners.Select(listener => listener.CloseAsync()));   // before anybody reads that no more are taken
        if (stack.Connections > 0)
        {
            await error.WriteLineAsync($"draining {stack.Connections} connections for at most {drain.TotalSeconds:0.###} s");
        }

        var reset = await stack.StopAsync(drain);
        if (reset > 0)
        {
            await error.WriteLineAsync($"reset {reset} connections at the deadline");
        }

        return ExitCode.Success;
    }

    /// <summary>A shard has ended by itself: its device is gone.</summary>
    private static async Task<int> LostAsync(TcpStack stack, TextWriter error)
    {
        await error.WriteLineAsync($"error: {stack.Completion.Exception?.InnerException?.Message ?? "a shard has ended"}");
        try
        {
            await stack.DisposeAsync();
        }
        catch (IOException)
        {
            // The same that has just been said.
        }

        return ExitCode.Failure;
    }
}
