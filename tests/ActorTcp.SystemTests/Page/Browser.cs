using System.Runtime.Versioning;
using ActorTcp.Testing;
using Microsoft.Playwright;

namespace ActorTcp.SystemTests;

/// <summary>The system's Chromium, without a window, in the network namespace of a daemon.</summary>
[SupportedOSPlatform("linux")]
internal sealed class Browser : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("actortcp-page-");
    private readonly List<string> _errors = [];
    private IPlaywright? _playwright;
    private IBrowser? _chromium;

    private Browser()
    {
    }

    /// <summary>What the page's scripts have complained of.</summary>
    public IReadOnlyList<string> Errors => _errors;

    public static async Task<Browser> StartAsync(TestNamespace ns)
    {
        var browser = new Browser { _playwright = await Playwright.CreateAsync() };
        browser._chromium = await browser._playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = browser.ProgramIn(ns),
            Args = ["--no-sandbox", "--disable-gpu"],
        });
        return browser;
    }

    /// <summary>A fresh window of the size of a desk's or a phone's.</summary>
    public async Task<IPage> OpenAsync(string path, bool isPhone = false)
    {
        var page = await _chromium!.NewPageAsync(new BrowserNewPageOptions
        {
            BaseURL = "http://127.0.0.1:7070/",
            ViewportSize = isPhone ? new ViewportSize { Width = 390, Height = 844 } : new ViewportSize { Width = 1280, Height = 900 },
            ReducedMotion = ReducedMotion.Reduce,
        });
        page.SetDefaultTimeout(30_000);
        page.Console += (_, message) => Note(message.Type is "error" or "warning" ? message.Text : null);
        page.PageError += (_, error) => Note(error);
        await GoAsync(page, path);
        return page;
    }

    /// <summary>Goes there and waits until the page answers to clicks.</summary>
    public static async Task<IResponse?> GoAsync(IPage page, string path)
    {
        var response = await page.GotoAsync(path);
        await page.WaitForSelectorAsync("main[aria-busy=false]");
        return response;
    }

    /// <summary>A picture of the whole page for who wants to look at it: in the folder that the variable PICTURES names, and none without it.</summary>
    public static async Task PictureAsync(IPage page, string name)
    {
        if (Environment.GetEnvironmentVariable("PICTURES") is { Length: > 0 } folder)
        {
            await page.ScreenshotAsync(new PageScreenshotOptions { Path = Path.Combine(folder, $"{name}.png"), FullPage = true });
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_chromium is not null)
        {
            await _chromium.DisposeAsync();
        }

        _playwright?.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>A script that becomes Chromium within the namespace.</summary>
    private string ProgramIn(TestNamespace ns)
    {
        var script = Path.Combine(_folder.FullName, "chromium");
        File.WriteAllText(script, $"#!/bin/sh\nexec ip netns exec {ns.Name} chromium \"$@\"\n");
        File.SetUnixFileMode(script, (UnixFileMode)0x1ED);   // rwxr-xr-x
        return script;
    }

    private void Note(string? error)
    {
        if (error is not null)
        {
            lock (_errors)
            {
                _errors.Add(error);
            }
        }
    }
}
