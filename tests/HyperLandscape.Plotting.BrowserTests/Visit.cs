using Microsoft.Playwright;

namespace HyperLandscape.Plotting.BrowserTests;

/// <summary>A page that was opened, with what it wrote to the console and which addresses it asked for.</summary>
internal sealed class Visit
{
    private readonly List<string> complaints = [];
    private readonly List<string> requests = [];

    public Visit(IPage page)
    {
        Page = page;
        page.Console += (_, message) => complaints.Add($"{message.Type}: {message.Text}");
        page.PageError += (_, error) => complaints.Add(error);
        page.Request += (_, request) => requests.Add(request.Url);
    }

    public IPage Page { get; }

    /// <summary>Everything on the console, warnings and errors of scripts included.</summary>
    public IReadOnlyList<string> Complaints => complaints;

    /// <summary>All requests but those for what is in the page itself.</summary>
    public IReadOnlyList<string> Requests => [.. requests.Where(url => !url.StartsWith("data:", StringComparison.Ordinal) && !url.StartsWith("blob:", StringComparison.Ordinal))];
}
