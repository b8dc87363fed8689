using System.Text.RegularExpressions;
using ActorTcp.Dashboard;
using ActorTcp.Stack;
using ActorTcp.Testing;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace ActorTcp.Tests.Dashboard;

/// <summary>In any ASP.NET Core application: complete by itself, and strict about what a browser may do for it.</summary>
public sealed partial class ThePageOverHttp : IAsyncLifetime
{
    private readonly LoneStack _stack = new();
    private readonly HttpClient _browser = new();
    private WebApplication _app = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.Logging.SetMinimumLevel(LogLevel.None);
        builder.WebHost.UseKestrelCore().UseUrls("http://127.0.0.1:0");
        builder.Services.AddRouting().AddSingleton(_stack.Stack).AddActorTcpPage();
        _app = builder.Build();
        _app.UseAntiforgery();
        _app.MapActorTcpPage();
        await _app.StartAsync(Cancellation);
        _browser.BaseAddress = new Uri(_app.Urls.First());
    }

    public async ValueTask DisposeAsync()
    {
        _browser.Dispose();
        await _app.DisposeAsync();
    }

    [Theory]
    [InlineData("/", "Now"), InlineData("/connections", "Connections"), InlineData("/connections/1", "Connections"), InlineData("/states", "State diagram"), InlineData("/defence", "Defence")]
    public async Task Each_page_is_there_before_any_script_runs(string path, string heading)
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        _stack.Peer("10.9.0.1:1000").Connects();
        var html = await _browser.GetStringAsync(new Uri(path, UriKind.Relative), Cancellation);
        Assert.Matches($"<h1[^>]*>{heading}</h1>", html);
        Assert.All(References().Matches(html), reference => Assert.DoesNotMatch("^(https?:)?//", reference.Groups["at"].Value));
        Assert.All(Scripts().Matches(html), script => Assert.Contains(" src=", script.Value, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Everything_that_it_refers_to_comes_from_the_assembly()
    {
        var html = await _browser.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation);
        foreach (var asset in References().Matches(html).Select(reference => reference.Groups["at"].Value).Where(reference => reference.Contains('.', StringComparison.Ordinal)))
        {
            using var answer = await _browser.GetAsync(new Uri(asset, UriKind.Relative), Cancellation);
            Assert.True(answer.IsSuccessStatusCode, asset);
            Assert.NotNull(answer.Headers.ETag);
            Assert.NotEmpty(await answer.Content.ReadAsByteArrayAsync(Cancellation));
        }
    }

    [Fact]
    public async Task Scripts_come_only_from_here_and_no_other_site_frames_it()
    {
        using var answer = await _browser.GetAsync(new Uri("/", UriKind.Relative), Cancellation);
        var policy = answer.Headers.GetValues("Content-Security-Policy").Single();
        Assert.Contains("script-src 'self';", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_newest_handshake_is_on_the_start_page()
    {
        _stack.Listen(new ListenOptions { Port = 80, Protocol = new Echo() });
        Assert.Contains("curl http://", await _browser.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        _stack.Peer("10.9.0.1:1000").Connects();
        _stack.Advance(TimeSpan.FromSeconds(2));
        var html = await _browser.GetStringAsync(new Uri("/", UriKind.Relative), Cancellation);
        Assert.Contains("SYN-ACK seq 0 ack 1", html, StringComparison.Ordinal);
        Assert.Contains("10.9.0.1:1000", html, StringComparison.Ordinal);
    }

    [GeneratedRegex("(src|href)=\"(?<at>[^\"#]*)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex References();

    [GeneratedRegex("<script[^>]*>", RegexOptions.None, 1000)]
    private static partial Regex Scripts();
}
