using System.Buffers;
using ActorTcp.Stack;

namespace ActorTcp.Control;

/// <summary>Takes what a tap has caught to where somebody reads it, until there is enough of it.</summary>
internal static class FeedWriter
{
    private const int Portion = 65536;

    /// <summary>How often what was suppressed is told, at least, while nothing else is.</summary>
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);

    /// <param name="write">Sends octets on; it may take its time.</param>
    /// <param name="enough">The reader has enough: what is there is told, then the last words.</param>
    public static async Task RunAsync<T>(TcpStack stack, FeedTap<T> tap, Func<ReadOnlyMemory<byte>, Task> write, CancellationToken enough)
    {
        using var caught = tap;
        var octets = new ArrayBufferWriter<byte>();
        tap.TellBeginning(octets);
        await stack.AttachAsync(tap).ConfigureAwait(false);
        try
        {
            await FlushAsync().ConfigureAwait(false);
            while (!tap.IsDone && await WaitAsync(tap, enough).ConfigureAwait(false))
            {
                Gather();
                tap.TellMeanwhile(octets);
                await FlushAsync().ConfigureAwait(false);
            }
        }
        finally
        {
            await stack.DetachAsync(tap).ConfigureAwait(false);
        }

        tap.End();
        while (Gather())
        {
            await FlushAsync().ConfigureAwait(false);
        }

        tap.TellEnd(octets);
        await FlushAsync().ConfigureAwait(false);

        bool Gather()
        {
            while (octets.WrittenCount < Portion && tap.TryTell(octets))
            {
            }

            return octets.WrittenCount > 0;
        }

        async Task FlushAsync()
        {
            await write(octets.WrittenMemory).ConfigureAwait(false);
            octets.ResetWrittenCount();
        }
    }

    /// <returns>False when the reader has enough.</returns>
    private static async Task<bool> WaitAsync<T>(FeedTap<T> tap, CancellationToken enough)
    {
        using var pause = CancellationTokenSource.CreateLinkedTokenSource(enough);
        pause.CancelAfter(Pause);
        try
        {
            return await tap.WaitAsync(pause.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException)
        {
            return !enough.IsCancellationRequested;
        }
    }
}
