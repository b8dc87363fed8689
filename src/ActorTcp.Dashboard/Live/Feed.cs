using ActorTcp.Stack;

namespace ActorTcp.Dashboard;

/// <summary>Looks at the stack once a second for everybody who looks at the page, and not at all while nobody does.</summary>
internal sealed class Feed(TcpStack stack) : IDisposable
{
    public const int StoriesShown = 50;
    private static readonly TimeSpan Period = TimeSpan.FromSeconds(1);

    private readonly Lock _gate = new();
    private readonly HeaderMemory _headers = new();
    private readonly List<Action> _viewers = [];
    private CancellationTokenSource? _looking;
    private long _lookedAt;

    public TcpStack Stack => stack;

    /// <summary>Null before anybody looked.</summary>
    public Sight? Latest { get; private set; }

    public HeaderMemory Headers => _headers;

    /// <summary>For one who comes and wants to see something at once.</summary>
    /// <returns>Not older than what those see who look on.</returns>
    public async Task<Sight> GlanceAsync()
    {
        if (Latest is null || (_looking is null && stack.Options.Time.GetElapsedTime(_lookedAt) > Period))
        {
            Latest = await LookAsync().ConfigureAwait(false);
        }

        return Latest;
    }

    /// <param name="seen">Told of each new <see cref="Latest"/>, on any thread; must not throw.</param>
    /// <returns>To be disposed when the viewer leaves.</returns>
    public IDisposable Watch(Action seen)
    {
        lock (_gate)
        {
            _viewers.Add(seen);
            if (_looking is null)
            {
                _looking = new CancellationTokenSource();
                _ = LookOnAsync(_looking.Token);
            }
        }

        return new Viewing(this, seen);
    }

    public void Dispose()
    {
        lock (_gate)
        {
            _viewers.Clear();
            _looking?.Cancel();
            _looking?.Dispose();
            _looking = null;
        }
    }

    private async Task LookOnAsync(CancellationToken left)
    {
        var tap = new HeaderTap(_headers);
        await stack.AttachAsync(tap).ConfigureAwait(false);
        using var timer = new PeriodicTimer(Period, stack.Options.Time);
        Sight? before = null;
        try
        {
            do
            {
                Latest = before = (await LookAsync().ConfigureAwait(false)).After(before);
                Array.ForEach(Viewers(), seen => seen());
            }
            while (await timer.WaitForNextTickAsync(left).ConfigureAwait(false));
        }
        catch (OperationCanceledException)
        {
            // Nobody looks any more.
        }
        finally
        {
            await stack.DetachAsync(tap).ConfigureAwait(false);
        }
    }

    private async Task<Sight> LookAsync()
    {
        _lookedAt = stack.Options.Time.GetTimestamp();
        return new Sight
        {
            Stories = await stack.ReadStoriesAsync(limit: StoriesShown).ConfigureAwait(false),
            Reading = await stack.ReadAsync().ConfigureAwait(false),
        };
    }

    private Action[] Viewers()
    {
        lock (_gate)
        {
            return [.. _viewers];
        }
    }

    private void Leave(Action seen)
    {
        lock (_gate)
        {
            _viewers.Remove(seen);
            if (_viewers.Count == 0)
            {
                _looking?.Cancel();
                _looking?.Dispose();
                _looking = null;
            }
        }
    }

    private sealed class Viewing(Feed feed, Action seen) : IDisposable
    {
        public void Dispose() => feed.Leave(seen);
    }
}
