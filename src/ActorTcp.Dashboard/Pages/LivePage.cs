using Microsoft.AspNetCore.Components;

namespace ActorTcp.Dashboard;

/// <summary>A page that shows what is seen now, and again each time something new is.</summary>
public abstract class LivePage : ComponentBase, IDisposable
{
    [Inject]
    private protected Feed Feed { get; set; } = null!;

    /// <summary>Null only before the first glance.</summary>
    private protected Sight? Sight { get; private set; }

    [Inject]
    private Viewer Viewer { get; set; } = null!;

    public void Dispose()
    {
        Viewer.Seen -= Show;
        GC.SuppressFinalize(this);
    }

    protected override async Task OnInitializedAsync()
    {
        Sight = await Feed.GlanceAsync();
        await SeenAsync();
        Viewer.Seen += Show;
    }

    /// <summary>What a page reads for itself besides <see cref="Sight"/>.</summary>
    private protected virtual Task SeenAsync() => Task.CompletedTask;

    private void Show() => _ = InvokeAsync(async () =>
    {
        Sight = Feed.Latest;
        await SeenAsync();
        StateHasChanged();
    });
}
