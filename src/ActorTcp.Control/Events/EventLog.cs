using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>Writes what happens in a stack, one JSON object on a line, for as long as it runs.</summary>
public sealed class EventLog : IAsyncDisposable
{
    private readonly CancellationTokenSource _ending = new();
    private readonly Task _writing;

    private EventLog(TcpStack stack, Stream output, int perSecond) => _writing = WriteAsync(stack, output, perSecond);

    /// <summary>A log that could not be written any more, as when its disk is full, is over; the stack goes on.</summary>
    public event Action<IOException>? Failed;

    /// <param name="output">Stays open.</param>
    /// <param name="perSecond">Events a second at most; a line says how many more there were.</param>
    public static EventLog Start(TcpStack stack, Stream output, int perSecond = EventTap.UsualRate) => new(stack, output, perSecond);

    /// <summary>Writes what is there to the end.</summary>
    public async ValueTask DisposeAsync()
    {
        await _ending.CancelAsync().ConfigureAwait(false);
        await _writing.ConfigureAwait(false);
        _ending.Dispose();
    }

    private async Task WriteAsync(TcpStack stack, Stream output, int perSecond)
    {
        try
        {
            await FeedWriter.RunAsync(stack, new EventTap(stack, ConnectionFilter.All, perSecond), WriteAsync, _ending.Token).ConfigureAwait(false);
        }
        catch (IOException broken)
        {
            Failed?.Invoke(broken);
        }

        async Task WriteAsync(ReadOnlyMemory<byte> lines)
        {
            await output.WriteAsync(lines).ConfigureAwait(false);
            await output.FlushAsync().ConfigureAwait(false);
        }
    }
}
