using Microsoft.Playwright;

namespace HyperLandscape.Plotting.BrowserTests;

/// <summary>A Chromium that is installed on this machine, without a window and without a network.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
    private IPlaywright? playwright;
    private IBrowser? browser;

    public async ValueTask InitializeAsync()
    {
        string path = Environment.GetEnvironmentVariable("CHROMIUM") ?? Array.Find(Places, File.Exists)
            ?? throw new FileNotFoundException("These tests need Chromium: apt-get install chromium, or set CHROMIUM to where it is.");
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new BrowserTypeLaunchOptions
        {
            ExecutablePath = path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    }

    /// <summary>Opens a file in a new window of its own, and keeps what it complains about and asks for.</summary>
    internal async Task<Visit> Open(string path, int width = 1280, bool isDark = false)
    {
        IBrowserContext context = await browser!.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 900 },
            ColorScheme = isDark ? ColorScheme.Dark : ColorScheme.Light,
        });
        var visit = new Visit(await context.NewPageAsync());
        await visit.Page.GotoAsync(new Uri(path).AbsoluteUri);
        return visit;
    }

    public async ValueTask DisposeAsync()
    {
        if (browser is not null)
            await browser.DisposeAsync();
        playwright?.Dispose();
    }
}
