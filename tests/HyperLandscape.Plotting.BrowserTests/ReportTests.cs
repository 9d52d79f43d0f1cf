using System.Globalization;
using HyperLandscape.Metrics;
using Microsoft.Playwright;

namespace HyperLandscape.Plotting.BrowserTests;

/// <summary>A report as a reader sees it.</summary>
public sealed class ReportTests(Chromium chromium, ReportFixture report) : IClassFixture<Chromium>, IClassFixture<ReportFixture>
{
    private const int Phone = 390;
    private const int Desktop = 1280;

    [Theory]
    [InlineData(Desktop, false)]
    [InlineData(Desktop, true)]
    [InlineData(Phone, false)]
    [InlineData(Phone, true)]
    public async Task It_opens_without_a_complaint_and_asks_nobody(int width, bool isDark)
    {
        Visit visit = await chromium.Open(report.Path, width, isDark);
        await OpenFolds(visit.Page);
        Assert.Equal(["XGBoost <script>alert(1)</script>"], await visit.Page.Locator("#part-1 > h2").AllInnerTextsAsync());
        Assert.Empty(visit.Complaints);
        Assert.Equal([new Uri(report.Path).AbsoluteUri], visit.Requests);
    }

    [Theory]
    [InlineData(Desktop)]
    [InlineData(Phone)]
    public async Task It_is_no_wider_than_the_screen(int width)
    {
        Visit visit = await chromium.Open(report.Path, width);
        await OpenFolds(visit.Page);
        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Every_picture_is_there_and_suits_the_light(bool isDark)
    {
        Visit visit = await chromium.Open(report.Path, Desktop, isDark);
        await OpenFolds(visit.Page);
        ILocator pictures = visit.Page.Locator("figure img");
        int count = await pictures.CountAsync();
        Assert.True(count > 10);
        for (int i = 0; i < count; i++)
        {
            // The corner of a picture is its background, and a picture of one color shows nothing.
            double[] found = await pictures.Nth(i).EvaluateAsync<double[]>("""
                async image => {
                    await image.decode();
                    const canvas = document.createElement('canvas');
                    canvas.width = image.naturalWidth;
                    canvas.height = image.naturalHeight;
                    const context = canvas.getContext('2d');
                    context.drawImage(image, 0, 0);
                    const pixels = new Uint32Array(context.getImageData(0, 0, canvas.width, canvas.height).data.buffer);
                    const corner = context.getImageData(1, 1, 1, 1).data;
                    return [(corner[0] + corner[1] + corner[2]) / 3, new Set(pixels).size];
                }
                """);
            Assert.True(isDark ? found[0] < 80 : found[0] > 200, $"Picture {i} has a corner of brightness {found[0]}.");
            Assert.True(found[1] > 20, $"Picture {i} has {found[1]} colors.");
        }
    }

    [Fact]
    public async Task The_table_of_metrics_holds_the_numbers_of_the_profile_and_can_be_sorted_by_them()
    {
        LandscapeSetProfile profile = report.Set.Profile();
        Visit visit = await chromium.Open(report.Path);
        ILocator table = visit.Page.Locator("table", new PageLocatorOptions { Has = visit.Page.Locator("caption", new PageLocatorOptions { HasText = "Metrics of XGBoost" }) });
        for (int metric = 0; metric < Metric.Paper.Count; metric++)
        {
            double[] expected = [.. profile.Select(row => row.Values[metric])];
            Assert.Equal(expected, await Numbers(table, metric));
            ILocator head = table.Locator("th[scope=col]").Nth(report.Set.LabelNames.Count + metric);
            await head.Locator("[role=button]").ClickAsync();
            Assert.Equal("ascending", await head.GetAttributeAsync("aria-sort"));
            Assert.Equal(expected.Order(), await Numbers(table, metric));
            await head.Locator("[role=button]").PressAsync("Enter");
            Assert.Equal("descending", await head.GetAttributeAsync("aria-sort"));
            Assert.Equal(expected.OrderDescending(), await Numbers(table, metric));
            await visit.Page.ReloadAsync();
        }
    }

    [Fact]
    public async Task Text_is_readable_in_the_dark()
    {
        Visit visit = await chromium.Open(report.Path, isDark: true);
        Assert.Equal("rgb(22, 24, 29)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).backgroundColor"));
        Assert.Equal("rgb(228, 232, 238)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).color"));
    }

    [Theory]
    [InlineData(Desktop, false)]
    [InlineData(Phone, true)]
    public async Task A_surface_is_drawn_when_it_is_asked_for(int width, bool isDark)
    {
        Visit visit = await chromium.Open(report.Path, width, isDark);
        Assert.Equal(0, await visit.Page.Locator("iframe").CountAsync());
        await visit.Page.Locator("details.surface > summary").First.ClickAsync();
        IFrameLocator frame = visit.Page.FrameLocator("details.surface iframe");
        await frame.Locator("#surface canvas").First.WaitForAsync();
        Assert.Equal(isDark ? "rgb(22, 24, 29)" : "rgb(255, 255, 255)", await frame.Locator("body").EvaluateAsync<string>("body => getComputedStyle(body).backgroundColor"));
        Assert.Equal(width, await visit.Page.EvaluateAsync<int>("document.documentElement.scrollWidth"));
        Assert.DoesNotContain(visit.Complaints, complaint => !complaint.StartsWith("warning: ", StringComparison.Ordinal)); // without a graphics card, drivers warn that they are slow
        Assert.DoesNotContain(visit.Requests, url => !url.StartsWith("file:", StringComparison.Ordinal) && url != "about:srcdoc");
    }

    [Fact]
    public async Task On_paper_everything_is_shown_in_light()
    {
        Visit visit = await chromium.Open(report.Path, isDark: true);
        byte[] pdf = await visit.Page.PdfAsync(new PagePdfOptions { Format = "A4" });
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        await visit.Page.EmulateMediaAsync(new PageEmulateMediaOptions { Media = Media.Print });
        await visit.Page.EvaluateAsync("dispatchEvent(new Event('beforeprint'))");
        Assert.Equal(0, await visit.Page.Locator("details:not([open]):not(.surface)").CountAsync());
        Assert.Equal("rgb(28, 36, 48)", await visit.Page.EvaluateAsync<string>("getComputedStyle(document.body).color"));
    }

    private static async Task OpenFolds(IPage page) => await page.EvaluateAsync("document.querySelectorAll('details:not(.surface)').forEach(fold => { fold.open = true; })");

    private static async Task<double[]> Numbers(ILocator table, int metric)
    {
        string[] values = await table.Locator("tbody tr").EvaluateAllAsync<string[]>($"rows => rows.map(row => [...row.querySelectorAll('[data-value]')][{metric}].dataset.value)");
        return [.. values.Select(value => double.Parse(value, CultureInfo.InvariantCulture))];
    }
}
