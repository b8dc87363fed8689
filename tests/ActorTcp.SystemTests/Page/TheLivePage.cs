using System.Globalization;
using System.Runtime.Versioning;
using System.Text.Json;
using System.Text.RegularExpressions;
using ActorTcp.Stack;
using ActorTcp.Testing;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace ActorTcp.SystemTests;

/// <summary>The page in a browser, beside a real daemon with real clients.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class TheLivePage : InANamespace, IAsyncLifetime
{
    /// <summary>Counters that anything on the network may raise.</summary>
    private static readonly string[] OfIp = ["packets", "octets", "icmp", "martian"];

    private readonly TemporaryFolder _folder = new();
    private Daemon? _daemon;
    private Browser? _browser;

    public async ValueTask InitializeAsync()
    {
        Needs.Command("chromium");
        Needs.Command("curl");
        _daemon = Daemon.Start(Namespace, "--page-reports", _folder.Path, "--control", _folder["control.sock"]);
        _daemon.WaitForOutput("PAGE http://127.0.0.1:7070/");
        _browser = await Browser.StartAsync(Namespace);
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task Shows_the_handshake_of_a_curl_that_has_just_been_made()
    {
        var page = await _browser!.OpenAsync("");
        await Expect(page.GetByText("Nobody has connected yet")).ToBeVisibleAsync();

        Curl();

        await page.GetByRole(AriaRole.Button, new() { Name = ": SYN seq 0" }).ClickAsync();
        await Expect(page.GetByText("Choose a segment to see its header.")).ToBeHiddenAsync();
        Assert.Empty(_browser.Errors);
    }

    /// <summary>Every counter of what TCP does; what the kernel says besides (neighbours, multicast) may come at any time.</summary>
    [Fact]
    public async Task Says_the_numbers_that_the_metrics_say_and_stat_and_the_daemon_at_its_end()
    {
        const int Clients = 5;
        for (var i = 0; i < Clients; i++)
        {
            Curl();
        }

        var page = await _browser!.OpenAsync("");
        await Expect(Tile(page, "SYNs")).ToContainTextAsync($"{Clients} in all");
        await Expect(Tile(page, "Established").Locator("dd").First).ToHaveTextAsync("0");
        var metrics = Namespace.Run("curl", "--silent", "http://127.0.0.1:7070/metrics").MustSucceed().Output;
        var counted = Counts().Matches(metrics).ToDictionary(match => match.Groups["name"].Value, match => match.Groups["value"].Value, StringComparer.Ordinal);
        await page.GetByText("Every counter", new() { Exact = true }).ClickAsync();
        string[] names = [.. CounterCatalog.All.Select(counter => counter.Name).Where(name => !OfIp.Any(part => name.StartsWith(part, StringComparison.Ordinal)))];
        Assert.Equal($"{Clients}", counted["established"]);
        foreach (var name in names)
        {
            var row = page.Locator(".counters tr").Filter(new() { Has = page.GetByRole(AriaRole.Rowheader, new() { Name = name, Exact = true }) });
            await Expect(row.Locator("td").First).ToHaveTextAsync(counted[name]);
        }

        var stat = JsonDocument.Parse(Namespace.Run(Daemon.Program, "stat", "--json", "--control", _folder["control.sock"]).MustSucceed().Output).RootElement
            .GetProperty("stack").GetProperty("counters").EnumerateArray().ToDictionary(each => each.GetProperty("name").GetString()!, each => each.GetProperty("count").ToString());
        Assert.All(names, name => Assert.Equal(counted[name], stat[name]));
        var end = _daemon!.Stop().Counts;
        Assert.All(names, name => Assert.Equal(counted[name], end.GetValueOrDefault(name).ToString(CultureInfo.InvariantCulture)));
    }

    [Fact]
    public async Task Lets_a_policy_be_switched_with_the_keyboard_alone_and_asks_before_it_does()
    {
        var page = await _browser!.OpenAsync("");
        await GoByKeysAsync(page, "Defence");
        var card = page.GetByRole(AriaRole.Article).Filter(new() { Has = page.GetByRole(AriaRole.Heading, new() { Name = "Port 80", Exact = true }) });

        await card.GetByLabel("Policy").FocusAsync();
        await page.Keyboard.TypeAsync("cookies");
        await page.Keyboard.PressAsync("Enter");
        await TabToAsync(page, "Change …");
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Dialog)).ToContainTextAsync("Change port 80?");
        await TabToAsync(page, "Change it");
        await page.Keyboard.PressAsync("Enter");

        await Expect(card.GetByRole(AriaRole.Status)).ToHaveTextAsync("Changed.");
        Curl();
        Assert.Equal(1, _daemon!.Stop()[Counter.SynCookiesReceived]);
    }

    [Fact]
    public async Task Leads_through_the_handshake_step_by_step()
    {
        var page = await _browser!.OpenAsync("");
        var drawnByTheServer = await (await Browser.GoAsync(page, "tour"))!.TextAsync();
        Assert.Contains((await page.Locator(".answers button").First.TextContentAsync())!, drawnByTheServer, StringComparison.Ordinal);   // and not other numbers once it is live

        var next = page.GetByRole(AriaRole.Button, new() { Name = "Next" });
        await next.FocusAsync();
        for (var step = 0; step < 4; step++)
        {
            await page.Keyboard.PressAsync("Enter");
        }

        await Expect(next).ToBeDisabledAsync();
        await Expect(page.Locator(".end .chip")).ToHaveTextAsync(["ESTABLISHED", "ESTABLISHED"]);
        await page.GetByRole(AriaRole.Button, new() { Name = "SYN from client to server" }).ClickAsync();
        await Expect(page.Locator(".fields")).ToContainTextAsync("= client_isn");
        await page.Locator(".answers button").Last.ClickAsync();
        await Expect(page.GetByText("Right.")).ToBeVisibleAsync();
        Assert.Empty(_browser.Errors);
    }

    [Fact]
    public async Task Runs_an_experiment_and_keeps_its_report()
    {
        var page = await _browser!.OpenAsync("laboratory/lemon2002");
        await page.GetByLabel("Flood").FillAsync("500");
        await page.GetByLabel("A trial").FillAsync("3");
        await page.GetByRole(AriaRole.Button, new() { Name = "Run" }).ClickAsync();

        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "At a glance" })).ToBeVisibleAsync(new() { Timeout = 60_000 });
        await Expect(page.Locator("footer code")).ToContainTextAsync("--rate 0 500");
        await page.GetByRole(AriaRole.Link, new() { Name = "Laboratory" }).Last.ClickAsync();
        await Expect(page.Locator(".reports a")).ToHaveCountAsync(1);
        Assert.Single(Directory.EnumerateDirectories(_folder.Path));
        Assert.Empty(_browser.Errors);
    }

    /// <summary>Names for all that can be used, contrast of all text, no line wider than the window; in light and dark, on a desk and on a phone.</summary>
    [Fact]
    public async Task Can_be_read_by_everybody_everywhere()
    {
        Curl();
        string[] places =
        [
            "", "nowhere", "connections", "states", "defence", "laboratory", "laboratory/step3",
            .. Dashboard.TourChapters.All.Select(chapter => $"tour/{chapter.Name}"),
        ];
        var complaints = new List<string>();
        foreach (var isPhone in new[] { false, true })
        {
            var page = await _browser!.OpenAsync("", isPhone);
            foreach (var place in places)
            {
                await Browser.GoAsync(page, place);
                for (var step = 0; step < 4 && place.StartsWith("tour", StringComparison.Ordinal); step++)
                {
                    await page.Locator(".steps .main").ClickAsync();
                }

                foreach (var scheme in new[] { ColorScheme.Light, ColorScheme.Dark })
                {
                    await page.EmulateMediaAsync(new() { ColorScheme = scheme });
                    var name = $"{(place.Length == 0 ? "now" : place.Replace('/', '-'))}-{(isPhone ? "phone" : "desk")}-{scheme}".ToLowerInvariant();
                    complaints.AddRange((await page.EvaluateAsync<string[]>(Look)).Select(complaint => $"{name}: {complaint}"));
                    await Browser.PictureAsync(page, name);
                }
            }

            await page.CloseAsync();
        }

        Assert.Empty(complaints);
        Assert.All(_browser!.Errors, error => Assert.Contains("404", error, StringComparison.Ordinal));   // the place that is none
    }

    private static string Look { get; } = new StreamReader(typeof(TheLivePage).Assembly.GetManifestResourceStream("look.js")!).ReadToEnd();

    private void Curl() => Namespace.Run("curl", "--silent", "--show-error", "--output", "/dev/null", "--max-time", "10", "http://10.77.1.2/").MustSucceed();

    private static ILocator Tile(IPage page, string name) => page.Locator(".fact").Filter(new() { HasText = name });

    private static async Task GoByKeysAsync(IPage page, string link)
    {
        await TabToAsync(page, link);
        await page.Keyboard.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = link, Exact = true, Level = 1 })).ToBeVisibleAsync();
    }

    private static async Task TabToAsync(IPage page, string name)
    {
        for (var i = 0; i < 60; i++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<string>("document.activeElement.textContent.trim()") == name)
            {
                return;
            }
        }

        Assert.Fail($"Tab does not lead to '{name}'.");
    }

    [GeneratedRegex(@"^actortcp_(?<name>\w+)_total\{device=""\w+""\} (?<value>\d+)$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Counts();
}
