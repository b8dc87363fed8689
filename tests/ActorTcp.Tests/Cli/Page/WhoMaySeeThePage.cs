using System.Net;
using System.Net.Http.Headers;
using ActorTcp.Cli;
using ActorTcp.Testing;
using ActorTcp.Tests.Stack;
using Microsoft.AspNetCore.Builder;

namespace ActorTcp.Tests.Cli;

/// <summary>The daemon's page is for this machine's own user; others need the token, and pages of other sites get nothing through somebody's browser.</summary>
public sealed class WhoMaySeeThePage
{
    private const string Secret = "00112233445566778899aabbccddeeff";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task On_loopback_whoever_asks_this_machine_by_a_name_of_its_own()
    {
        await using var page = await Page.StartAsync("--page 127.0.0.1:0");
        Assert.Equal(HttpStatusCode.OK, await page.GetAsync("/"));
        Assert.Equal(HttpStatusCode.OK, await page.GetAsync("/", request => request.Headers.Host = "localhost:7070"));
        Assert.Equal(HttpStatusCode.BadRequest, await page.GetAsync("/", request => request.Headers.Host = "rebound.example"));
    }

    [Theory]
    [InlineData("http://elsewhere.example", HttpStatusCode.Forbidden), InlineData("null", HttpStatusCode.Forbidden), InlineData("http://localhost:1", HttpStatusCode.Forbidden)]
    [InlineData("http://localhost:7070", HttpStatusCode.OK)]
    public async Task Not_the_page_of_another_site(string origin, HttpStatusCode status)
    {
        await using var page = await Page.StartAsync("--page 127.0.0.1:0");
        Assert.Equal(status, await page.GetAsync("/", request =>
        {
            request.Headers.Host = "localhost:7070";
            request.Headers.Add("Origin", origin);
        }));
    }

    [Theory]
    [InlineData("Bearer " + Secret, HttpStatusCode.OK), InlineData("bearer 00112233445566778899AABBCCDDEEFF", HttpStatusCode.OK)]
    [InlineData("Bearer 00112233445566778899aabbccddee00", HttpStatusCode.Unauthorized), InlineData("Bearer 00112233445566778899aabbccddeezz", HttpStatusCode.Unauthorized)]
    [InlineData("Bearer ", HttpStatusCode.Unauthorized), InlineData("Basic " + Secret, HttpStatusCode.Unauthorized)]
    public async Task Elsewhere_who_has_the_token(string credentials, HttpStatusCode status)
    {
        await using var page = await Page.StartAsync("--page 0.0.0.0:0", Secret);
        Assert.Equal(HttpStatusCode.Unauthorized, await page.GetAsync("/"));
        Assert.Equal(status, await page.GetAsync("/", request => request.Headers.Authorization = AuthenticationHeaderValue.Parse(credentials)));
    }

    [Fact]
    public async Task The_token_in_an_address_becomes_a_cookie_and_leaves_the_address()
    {
        await using var page = await Page.StartAsync("--page 127.0.0.1:0", Secret);

        using var answer = await page.SendAsync($"/states?token={Secret}&seen=a%26b");

        Assert.Equal((HttpStatusCode.Redirect, "/states?seen=a%26b"), (answer.StatusCode, answer.Headers.Location?.ToString()));
        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("samesite=strict; httponly", cookie, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, cookie, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await page.GetAsync("/states", request => request.Headers.Add("Cookie", cookie.Split(';')[0])));
        Assert.Equal(HttpStatusCode.Unauthorized, await page.GetAsync("/states", request => request.Headers.Add("Cookie", $"actortcp-page={Secret}")));
    }

    [Theory, InlineData("/healthz"), InlineData("/readyz")]
    public async Task Whether_all_is_well_may_be_asked_without(string path)
    {
        await using var page = await Page.StartAsync("--page 0.0.0.0:0", Secret);
        await page.Stack.ListenAsync(new() { Port = 80 });
        Assert.Equal(HttpStatusCode.OK, await page.GetAsync(path));
    }

    [Theory]
    [InlineData("--page 0.0.0.0:7070", "--page 0.0.0.0:7070: others than this machine can reach it, so it needs a secret that lets them in: --page-token-file FILE.")]
    [InlineData("--page localhost:7070", "--page localhost:7070: Valid: ADDRESS:PORT such as 127.0.0.1:7070 or [::1]:7070, or none.")]
    [InlineData("--page 127.0.0.1", "--page 127.0.0.1: Valid: ADDRESS:PORT such as 127.0.0.1:7070 or [::1]:7070, or none.")]
    [InlineData("--page ::1", "--page ::1: Valid: ADDRESS:PORT such as 127.0.0.1:7070 or [::1]:7070, or none.")]
    [InlineData("--page-token-file /dev/null", "--page-token-file /dev/null: Valid: a file with 32 hexadecimal digits or more; this one has 0. One is made by: openssl rand -hex 16")]
    public void Nobody_opens_it_to_the_world_by_accident(string line, string message) => Assert.Equal(message, Serve.Refusal($"--no-routes {line}"));

    [Theory]
    [InlineData("", "127.0.0.1:7070", false), InlineData("--page none", null, true), InlineData("--page [::1]:80", "[::1]:80", true)]
    public void It_is_there_unless_it_is_not_wanted(string line, string? endpoint, bool isWanted)
    {
        var options = Serve.Options($"--no-routes {line}").Page;
        Assert.Equal((endpoint, isWanted), (options.EndPoint?.ToString(), options.IsWanted));
    }

    /// <summary>The daemon's web application on a free port, for a stack in memory.</summary>
    private sealed class Page(WebApplication app, ALink link) : IAsyncDisposable
    {
        private readonly HttpClient _client = new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false });

        public ActorTcp.Stack.TcpStack Stack => link.Server;

        public static async Task<Page> StartAsync(string line, string? secret = null)
        {
            using var file = new TemporaryFile(secret ?? "");
            var link = new ALink();
            var app = PageApplication.Build(Serve.Options($"--no-routes {line} {(secret is null ? "" : $"--page-token-file {file.Path}")}").Page, link.Server);
            await app.StartAsync(Cancellation);
            return new Page(app, link);
        }

        public async Task<HttpResponseMessage> SendAsync(string path, Action<HttpRequestMessage>? with = null)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(app.Urls.Single().Replace("0.0.0.0", "127.0.0.1", StringComparison.Ordinal) + path));
            with?.Invoke(request);
            return await _client.SendAsync(request, Cancellation);
        }

        public async Task<HttpStatusCode> GetAsync(string path, Action<HttpRequestMessage>? with = null)
        {
            using var answer = await SendAsync(path, with);
            return answer.StatusCode;
        }

        public async ValueTask DisposeAsync()
        {
            _client.Dispose();
            await app.DisposeAsync();
            await link.DisposeAsync();
        }
    }
}
