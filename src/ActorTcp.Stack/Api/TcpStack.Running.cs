using ActorTcp.Actors;

namespace ActorTcp.Stack;

/// <content>The life of the shards.</content>
public sealed partial class TcpStack
{
    private readonly CancellationTokenSource _stopping = new();
    private readonly TaskCompletionSource _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _disposed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Task[] _running = [];
    private int _disposals;

    /// <summary>Completes when the first shard has ended: faulted when its device is gone, else because the stack was stopped.</summary>
    public Task Completion => _completion.Task;

    /// <summary>Whether <see cref="Start"/> was called.</summary>
    internal bool HasThreads => _running.Length > 0;

    private bool IsDisposed => Volatile.Read(ref _disposals) > 0;

    /// <summary>Gives every shard its thread.</summary>
    public void Start()
    {
        ObjectDisposedException.ThrowIf(IsDisposed, this);
        if (_running.Length > 0)
        {
            throw new InvalidOperationException("The stack runs already.");
        }

        _running = [.. _shards.Select(shard => Task.Factory.StartNew(
            () => RunShard(shard), CancellationToken.None, TaskCreationOptions.LongRunning, TaskScheduler.Default))];
    }

    /// <summary>Goes round once on every shard, from the calling thread.</summary>
    /// <returns>Whether anything happened.</returns>
    public bool RunOnce()
    {
        var any = false;
        foreach (var shard in _shards)
        {
            any |= shard.RunOnce();
        }

        return any;
    }

    /// <summary>Closes the listeners, waits until the connections have ended, and resets those that have not by the deadline; then everything ends as by <see cref="DisposeAsync"/>.</summary>
    /// <returns>How many connections were reset.</returns>
    public async Task<int> StopAsync(TimeSpan deadline)
    {
        foreach (var listener in Listeners)
        {
            await listener.CloseAsync().ConfigureAwait(false);
        }

        var empty = new Task[_routers.Length];
        await OnEveryShard(router => empty[router.Shard.Index] = router.WhenEmpty()).ConfigureAwait(false);
        try
        {
            await Task.WhenAny(Task.WhenAll(empty.OfType<Task>()), _disposed.Task).WaitAsync(deadline, Options.Time).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            // The connections that are left are reset below.
        }

        var left = IsDisposed ? 0 : Connections;
        await DisposeAsync().ConfigureAwait(false);
        return left;
    }

    /// <summary>Resets the connections that still live, and ends the shards and their devices. A second call waits for the first.</summary>
    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Increment(ref _disposals) > 1)
        {
            await _disposed.Task.ConfigureAwait(false);
            return;
        }

        await OnEveryShard(router => router.End()).ConfigureAwait(false);
        await _stopping.CancelAsync().ConfigureAwait(false);
        await Task.WhenAll(_running).ConfigureAwait(false);
        foreach (var device in _devices)
        {
            device.Dispose();
        }

        foreach (var listener in Listeners)
        {
            await listener.CloseAsync().ConfigureAwait(false);
        }

        _completion.TrySetResult();
        _disposed.SetResult();
    }

    /// <summary>Runs an action on every shard's thread; at once where there is none, or none any more.</summary>
    internal Task OnEveryShard(Action<SegmentRouter> action) => Task.WhenAll(_routers.Select(router => OnShard(router, action)));

    /// <summary>As <see cref="OnEveryShard"/>, on one.</summary>
    internal Task OnShard(SegmentRouter router, Action<SegmentRouter> action)
    {
        var i = router.Shard.Index;
        if (_running.Length == 0 || _running[i].IsCompleted)
        {
            action(router);
            return Task.CompletedTask;
        }

        var done = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _shards[i].Post(() =>
        {
            try
            {
                action(router);
            }
            finally
            {
                done.SetResult();
            }
        });
        return Task.WhenAny(done.Task, _running[i]);   // a shard that ends meanwhile answers no more
    }

    /// <summary>A shard ends when the stack is stopped, or because its device is gone: <see cref="Completion"/> says which.</summary>
    private void RunShard(Shard shard)
    {
        Thread.CurrentThread.Name = $"actortcp-shard-{shard.Index}";
        try
        {
            shard.Run(_stopping.Token);
            _completion.TrySetResult();
        }
        catch (Exception gone)
        {
            _completion.TrySetException(gone);
        }
    }
}
