using Microsoft.AspNetCore.Components.Server.Circuits;

namespace ActorTcp.Dashboard;

/// <summary>One browser that has the page open. It looks while its connection is up: a server keeps what belongs to a browser for minutes after it has gone.</summary>
internal sealed class Viewer(Feed feed) : CircuitHandler, IDisposable
{
    private IDisposable? _viewing;

    /// <summary>Something new is to be seen; raised on any thread.</summary>
    public event Action? Seen;

    public override Task OnConnectionUpAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        _viewing ??= feed.Watch(() => Seen?.Invoke());
        return Task.CompletedTask;
    }

    public override Task OnConnectionDownAsync(Circuit circuit, CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose()
    {
        _viewing?.Dispose();
        _viewing = null;
    }
}
