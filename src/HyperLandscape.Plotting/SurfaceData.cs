using System.Net;
using System.Text.Json.Nodes;
using HyperLandscape.Embeddings;
using ScottPlot;

namespace HyperLandscape.Plotting;

/// <summary>What the script of a surface draws, in its terms: JSON in which no character can end the script around it.</summary>
internal sealed class SurfaceData
{
    private const int Resolution = 100;
    private const int MostOptima = 300;
    private const int Colors = 20;
    private const double Lift = 1.5;
    private const double Top = 108;

    private readonly Embedding map;
    private readonly Landscape landscape;
    private readonly double[] percents;
    private readonly Surface surface;

    public SurfaceData(Embedding map)
    {
        this.map = map;
        landscape = map.Landscape!;
        percents = [.. landscape.Ranks.ToArray().Select(rank => landscape.Count == 1 ? 0 : 100 * (rank - 1) / (landscape.Count - 1))];
        surface = Surface.Of(map, percents, Resolution);
    }

    /// <summary>The axes and the view, for all data alike.</summary>
    public static string Layout(PictureTheme theme)
    {
        return new JsonObject
        {
            ["paper_bgcolor"] = theme.Background,
            ["font"] = new JsonObject { ["color"] = theme.Text, ["family"] = "system-ui, sans-serif" },
            ["margin"] = new JsonObject { ["l"] = 0, ["r"] = 0, ["t"] = 0, ["b"] = 0 },
            ["legend"] = new JsonObject { ["orientation"] = "h", ["x"] = 0.5, ["xanchor"] = "center", ["y"] = 0.01, ["yanchor"] = "bottom", ["itemsizing"] = "constant", ["bgcolor"] = "rgba(0,0,0,0)" },
            ["uirevision"] = true,
            ["scene"] = new JsonObject
            {
                ["xaxis"] = Axis("map 1", theme, false),
                ["yaxis"] = Axis("map 2", theme, false),
                ["zaxis"] = Axis("rank, %", theme, true),
                ["aspectmode"] = "manual",
                ["aspectratio"] = new JsonObject { ["x"] = 1.1, ["y"] = 1.1, ["z"] = 0.6 },
                ["camera"] = new JsonObject { ["eye"] = new JsonObject { ["x"] = 1.05, ["y"] = -1.25, ["z"] = 1 }, ["center"] = new JsonObject { ["x"] = 0, ["y"] = 0, ["z"] = -0.12 } },
            },
        }.ToJsonString();
    }

    /// <summary>The surface and its optima.</summary>
    public string Traces(PictureTheme theme)
    {
        double best = landscape.Fitness[landscape.GlobalOptima[0]];
        int[] optima = [.. landscape.Optima.ToArray().OrderBy(optimum => landscape.Ranks[optimum]).Take(MostOptima)];
        int[] local = [.. optima.Where(optimum => landscape.Fitness[optimum] != best)];
        int[] global = [.. optima.Where(optimum => landscape.Fitness[optimum] == best)];
        var traces = new JsonArray(Ground());
        if (local.Length > 0)
            traces.Add((JsonNode)Marks("local optimum", local, "circle", 5, "#ffffff", vertex => percents[vertex] + Lift));
        traces.Add((JsonNode)Stems(global, theme));
        traces.Add((JsonNode)Marks("global optimum", global, "diamond", 8, theme.Palette[4], _ => Top));
        return traces.ToJsonString();
    }

    /// <summary>The colors of the ranks from the best to the worst, as a gradient of a style sheet.</summary>
    public static string Gradient() => $"linear-gradient(to right, {string.Join(", ", Enumerable.Range(0, Colors + 1).Select(Color))})";

    private static string Color(int step) => MapDrawing.Scale.Map.GetColor((double)step / Colors).ToHex();

    private static JsonObject Axis(string title, PictureTheme theme, bool hasNumbers) => new()
    {
        ["title"] = new JsonObject { ["text"] = title },
        ["color"] = theme.MutedText,
        ["gridcolor"] = theme.Grid,
        ["zeroline"] = false,
        ["showticklabels"] = hasNumbers,
        ["showspikes"] = false,
    };

    private JsonObject Ground()
    {
        var rows = new JsonArray();
        for (int row = 0; row < Resolution; row++)
            rows.Add((JsonNode)Values(Enumerable.Range(0, Resolution).Select(column => Math.Round(surface[row, column], 2))));
        return new JsonObject
        {
            ["type"] = "surface",
            ["x"] = Values(surface.X.ToArray()),
            ["y"] = Values(surface.Y.ToArray()),
            ["z"] = rows,
            ["cmin"] = 0,
            ["cmax"] = 100,
            ["showscale"] = false,
            ["colorscale"] = new JsonArray([.. Enumerable.Range(0, Colors + 1).Select(i => new JsonArray((double)i / Colors, Color(i)))]),
            ["contours"] = new JsonObject { ["z"] = new JsonObject { ["show"] = true, ["start"] = 10, ["end"] = 90, ["size"] = 10, ["color"] = "#3a3a3a", ["width"] = 1, ["highlight"] = false } },
            ["lighting"] = new JsonObject { ["ambient"] = 0.8, ["diffuse"] = 0.5, ["specular"] = 0.05 },
            ["hovertemplate"] = "rank %{z:.1f} %<extra></extra>",
        };
    }

    /// <summary>Lines up from the surface, so that what lies in a pit is found.</summary>
    private JsonObject Stems(int[] vertices, PictureTheme theme) => new()
    {
        ["type"] = "scatter3d",
        ["mode"] = "lines",
        ["showlegend"] = false,
        ["hoverinfo"] = "skip",
        ["x"] = Values(vertices.SelectMany(vertex => (double[])[map[vertex][0], map[vertex][0], double.NaN])),
        ["y"] = Values(vertices.SelectMany(vertex => (double[])[map[vertex][1], map[vertex][1], double.NaN])),
        ["z"] = Values(vertices.SelectMany(vertex => (double[])[percents[vertex], Top, double.NaN])),
        ["line"] = new JsonObject { ["color"] = theme.Text, ["width"] = 3 },
    };

    private JsonObject Marks(string name, int[] vertices, string symbol, int size, string color, Func<int, double> height) => new()
    {
        ["type"] = "scatter3d",
        ["mode"] = "markers",
        ["name"] = name,
        ["x"] = Values(vertices.Select(vertex => map[vertex][0])),
        ["y"] = Values(vertices.Select(vertex => map[vertex][1])),
        ["z"] = Values(vertices.Select(vertex => Math.Round(height(vertex), 2))),
        ["text"] = new JsonArray([.. vertices.Select(vertex => JsonValue.Create(Describe(vertex)))]),
        ["hovertemplate"] = "%{text}<extra></extra>",
        ["marker"] = new JsonObject { ["symbol"] = symbol, ["size"] = size, ["color"] = color, ["line"] = new JsonObject { ["color"] = "#000000", ["width"] = 1 } },
    };

    /// <summary>A line per hyperparameter; the script reads some HTML in texts, so names are escaped.</summary>
    private string Describe(int vertex)
    {
        IEnumerable<string> lines = landscape.Space.Hyperparameters.ToArray().Select(hyperparameter => $"{Short(hyperparameter.Name)} = {Short(landscape[vertex].Label(hyperparameter.Name))}");
        return string.Join("<br>", [$"fitness {Numbers.Text(landscape.Fitness[vertex])}", .. lines]);
    }

    private static string Short(string name)
    {
        string clean = Lettering.Clean(name);
        return WebUtility.HtmlEncode(clean.Length <= 40 ? clean : $"{clean[..20]}…{clean[^19..]}");
    }

    /// <summary>Numbers; null where there is none.</summary>
    private static JsonArray Values(IEnumerable<double> values) => new([.. values.Select(value => double.IsNaN(value) ? null : JsonValue.Create(value))]);
}
