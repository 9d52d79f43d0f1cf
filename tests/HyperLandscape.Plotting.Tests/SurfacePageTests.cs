using System.Text.Json;
using System.Text.RegularExpressions;
using HyperLandscape.Embeddings;
using HyperLandscape.Spaces;

namespace HyperLandscape.Plotting.Tests;

public sealed partial class SurfacePageTests
{
    // Four corners of a square with the ranks 0, 1/3, 2/3 and 1.
    private static readonly SearchSpace Corners = new(Hyperparameter.Categorical(Examples.Hostile, "</script><b>", "b"), Hyperparameter.Boolean("学習率"));
    private static readonly Landscape Square = Landscape.Create(Corners, [0.1, 0.4, 0.5, 0.9]);
    private static readonly SurfacePage Page = new(new Embedding(Square, 2, [0, 0, 1, 0, 0, 1, 1, 1]));

    [Fact]
    public void Heights_are_ranks()
    {
        JsonElement ground = Traces(Page)[0];
        JsonElement rows = ground.GetProperty("z");
        Assert.Equal(100, rows.GetArrayLength());
        Assert.Equal(0, rows[0][0].GetDouble());
        Assert.Equal(33.33, rows[0][99].GetDouble());
        Assert.Equal(66.67, rows[99][0].GetDouble());
        Assert.Equal(100, rows[99][99].GetDouble());
        Assert.Equal(1, ground.GetProperty("x")[99].GetDouble());
    }

    [Fact]
    public void Outside_of_the_map_there_is_no_height()
    {
        var triangle = Landscape.Create(new SearchSpace(Hyperparameter.Ordinal("a", 1, 2, 3)), [1, 2, 3]);
        JsonElement rows = Traces(new SurfacePage(new Embedding(triangle, 2, [0, 0, 1, 0, 0, 1])))[0].GetProperty("z");
        Assert.Equal(JsonValueKind.Null, rows[99][99].ValueKind);
        Assert.Equal(JsonValueKind.Number, rows[99][0].ValueKind);
    }

    [Fact]
    public void Optima_say_their_configuration_and_names_are_harmless()
    {
        JsonElement traces = Traces(Page);
        JsonElement best = traces[traces.GetArrayLength() - 1];
        Assert.Equal("global optimum", best.GetProperty("name").GetString());
        Assert.Equal("fitness 0.1<br>&lt;script&gt;alert(1)&lt;/script&gt; = &lt;/script&gt;&lt;b&gt;<br>学習率 = false", best.GetProperty("text")[0].GetString());
        string html = (Page with { Title = Examples.Hostile }).ToHtml();
        Assert.Equal(2, Regex.Count(html, "<script>"));
        Assert.Equal(2, Regex.Count(html, "</script>"));
        Assert.Contains("<h1>&lt;script&gt;", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_page_holds_its_script_with_the_license_and_asks_nobody()
    {
        string html = Page.ToHtml();
        Assert.Contains("plotly.js (gl3d - minified) v4.1.1", html, StringComparison.Ordinal);
        Assert.Contains("Licensed under the MIT license", html, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", html, StringComparison.Ordinal);
        Assert.Contains("showSendToCloud: false", html, StringComparison.Ordinal);
        string own = Script().Replace(html, "");
        Assert.DoesNotMatch("(?i)\\b(src|href|url|@import)\\b\\s*[=(]", own);
        Assert.DoesNotContain("://", own, StringComparison.Ordinal);
    }

    [Fact]
    public void Themes_change_the_page() => Assert.Contains(PictureTheme.Dark.Background, (Page with { Theme = PictureTheme.Dark }).ToHtml(), StringComparison.Ordinal);

    [Fact]
    public void A_map_needs_a_landscape_and_an_extent()
    {
        Assert.Contains("landscape", Assert.Throws<ArgumentException>(() => new SurfacePage(new Embedding(2, [0, 0, 1, 0, 0, 1]))).Message, StringComparison.Ordinal);
        Assert.Contains("line", Assert.Throws<ArgumentException>(() => new SurfacePage(new Embedding(Square, 2, [0, 0, 1, 1, 2, 2, 3, 3])).ToHtml()).Message, StringComparison.Ordinal);
    }

    private static JsonElement Traces(SurfacePage page)
    {
        string call = Call().Match(page.ToHtml()).Groups[1].Value;
        return JsonDocument.Parse(call).RootElement;
    }

    [GeneratedRegex("Plotly\\.newPlot\\(\"surface\", (.*), layout, \\{")]
    private static partial Regex Call();

    [GeneratedRegex("<script>\\s*/\\*\\*.*?</script>", RegexOptions.Singleline)]
    private static partial Regex Script();
}
