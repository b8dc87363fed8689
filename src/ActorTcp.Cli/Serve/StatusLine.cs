using ActorTcp.Stack;

namespace ActorTcp.Cli;

/// <summary>One line on stderr that says how things stand: rewritten in place on a terminal, a line each elsewhere.</summary>
internal sealed class StatusLine(TcpStack stack, IReadOnlyList<TcpListener> listeners, TextWriter error)
{
    private const string EraseToEndOfLine = "\e[K";

    private static readonly TimeSpan OnTerminal = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Elsewhere = TimeSpan.FromSeconds(10);

    private readonly TimeProvider _time = stack.Options.Time;

    /// <param name="always">Whether to write even where stderr is no terminal.</param>
    /// <param name="ended">Ends it; that is no error.</param>
    public async Task RunAsync(bool always, CancellationToken ended)
    {
        var inPlace = !Console.IsErrorRedirected;
        if (!inPlace && !always)
        {
            return;
        }

        var began = _time.GetTimestamp();
        var earlier = StatusSample.Of(stack, listeners, TimeSpan.Zero);
        using var timer = new PeriodicTimer(inPlace ? OnTerminal : Elsewhere, _time);
        try
        {
            while (await timer.WaitForNextTickAsync(ended))
            {
                var now = StatusSample.Of(stack, listeners, _time.GetElapsedTime(began));
                await error.WriteAsync(inPlace ? $"\r{now.Since(in earlier)}{EraseToEndOfLine}" : $"{now.Since(in earlier)}\n");
                earlier = now;
            }
        }
        catch (OperationCanceledException)
        {
            await error.WriteAsync(inPlace ? "\n" : "");
        }
    }
}
