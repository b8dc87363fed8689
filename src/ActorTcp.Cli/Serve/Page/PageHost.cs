using System.Net.Sockets;
using ActorTcp.Stack;
using Microsoft.AspNetCore.Builder;

namespace ActorTcp.Cli;

/// <summary>The life of the daemon's page.</summary>
internal sealed class PageHost(PageOptions options, TcpStack stack) : IAsyncDisposable
{
    private WebApplication? _app;

    /// <summary>To be called when the stack serves already: a web server takes its time.</summary>
    /// <returns>False when somebody asked for a page that cannot be had.</returns>
    public async Task<bool> TryStartAsync(TextWriter output, TextWriter error)
    {
        if (options.EndPoint is null)
        {
            return true;
        }

        _app = PageApplication.Build(options, stack);
        try
        {
            await _app.StartAsync();
        }
        catch (Exception refused) when (refused is IOException or SocketException)
        {
            await error.WriteLineAsync($"{(options.IsWanted ? "" : "note: ")}no page at {options.EndPoint}: {refused.GetBaseException().Message} (see --page)");
            return !options.IsWanted;
        }

        await output.WriteLineAsync($"PAGE {string.Join(' ', _app.Urls)}/");
        await output.FlushAsync();
        return true;
    }

    public ValueTask DisposeAsync() => _app?.DisposeAsync() ?? ValueTask.CompletedTask;
}
