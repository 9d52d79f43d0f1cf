using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using HyperLandscape.Graphs;
using HyperLandscape.Reference;

namespace HyperLandscape.Tests;

/// <summary>A landscape of the GraphFLA set as the library reads it, its reference, and what GraphFLA says about every vertex.</summary>
internal sealed class GraphFlaGolden
{
    private static readonly ConcurrentDictionary<string, GraphFlaGolden> Known = new();

    private readonly string[][] nodes;
    private readonly int[] vertexOfRow;
    private readonly int[] vertexOfNode;
    private readonly JsonElement golden;
    private readonly Lazy<ReferenceLandscape> reference;

    private GraphFlaGolden(string path)
    {
        using (JsonDocument document = JsonDocument.Parse(File.ReadAllText(path + ".json")))
            golden = document.RootElement.Clone();
        Objective objective = golden.GetProperty("maximize").GetBoolean() ? Objective.Maximize : Objective.Minimize;
        Epsilon = golden.GetProperty("epsilon").GetDouble();

        (byte[] table, string[] names) = WithRowNumbers(GoldenFiles.ReadTable(path + ".csv"));
        CsvOptions options = Options(names);
        Landscape = Landscape.ReadCsv(new MemoryStream(table), "fitness", objective, ["row"], options with { Tolerance = Epsilon });
        ReadOnlySpan<double> rows = Landscape.ReadCsv(new MemoryStream(table), "row", ignore: ["fitness"], options: options).Fitness;
        vertexOfRow = new int[rows.Length];
        for (int vertex = 0; vertex < rows.Length; vertex++)
            vertexOfRow[(int)rows[vertex]] = vertex;

        RowsAreInCellOrder = vertexOfRow.SequenceEqual(vertexOfRow.Order());
        nodes = GoldenFiles.ReadTable(path + ".nodes.csv");
        vertexOfNode = [.. Column("row").Select(row => vertexOfRow[row])];
        reference = new(() => new ReferenceLandscape(Landscape.Space, new GridNeighborhood(), [.. Enumerable.Range(0, Landscape.Count).Select(Landscape.Graph.Cell)], Landscape.Fitness.ToArray(), objective, Epsilon));
    }

    public double Epsilon { get; }

    public Landscape Landscape { get; }

    public ReferenceLandscape Reference => reference.Value;

    /// <summary>The vertices in GraphFLA's order; isolated ones, which it drops, are missing. Columns are in this order.</summary>
    public IReadOnlyList<int> Vertices => vertexOfNode;

    public JsonElement Structure => golden.GetProperty("structure");

    /// <summary>Values that GraphFLA does not have, by the independent Python reference.</summary>
    public JsonElement Expected => golden.GetProperty("reference");

    /// <summary>The landscape as GraphFLA has it: without isolated vertices.</summary>
    public Landscape Connected => vertexOfNode.Length == Landscape.Count
        ? Landscape
        : Landscape.Create(Landscape.Space, [.. vertexOfNode.Select(Landscape.Graph.Cell)], [.. vertexOfNode.Select(vertex => Landscape.Fitness[vertex])], Landscape.Objective, Epsilon);

    public bool RowsAreInCellOrder { get; }

    /// <summary>Number of vertices that reach an optimum, by a member of it. Not known for the two largest.</summary>
    public IEnumerable<(int Member, int Count)> Accessible =>
        golden.TryGetProperty("accessible_size", out JsonElement sizes)
            ? sizes.EnumerateObject().Select(entry => (vertexOfNode[int.Parse(entry.Name, CultureInfo.InvariantCulture)], entry.Value.GetInt32()))
            : [];

    /// <summary>The golden of that name, committed or shared; read once.</summary>
    public static GraphFlaGolden Of(string name) => Known.GetOrAdd(name, Read);

    private static GraphFlaGolden Read(string name)
    {
        string committed = Path.Combine(GoldenFiles.Folder, "graphfla");
        return new GraphFlaGolden(Path.Combine(File.Exists(Path.Combine(committed, $"{name}.json")) ? committed : SharedData.Find("reference", "graphfla", "golden")!, name));
    }

    /// <summary>One of the expected values: its name, and for neutrality the name of the tolerance after a space.</summary>
    public double Value(string name)
    {
        string[] parts = name.Split(' ');
        JsonElement value = (parts.Length == 1 ? Expected : Expected.GetProperty("neutrality").GetProperty(parts[1])).GetProperty(parts[0]);
        return value.ValueKind == JsonValueKind.String ? double.NaN : value.GetDouble();
    }

    /// <summary>What GraphFLA itself measures.</summary>
    public JsonElement Metrics => golden.GetProperty("metrics");

    /// <summary>What GraphFLA measures that depends on climbs: when minimizing, its values for the negated, maximized fitness, since its climbs are right only then.</summary>
    public JsonElement ClimbMetrics => golden.TryGetProperty("negated_max", out JsonElement negated) ? negated.GetProperty("metrics") : Metrics;

    /// <summary>Its local optima networks by the call that made them, if it made any; when minimizing, those for the negated, maximized fitness.</summary>
    public JsonElement? Networks =>
        (golden.TryGetProperty("negated_max", out JsonElement negated) ? negated : golden).TryGetProperty("lon", out JsonElement networks) && networks.ValueKind == JsonValueKind.Object ? networks : null;

    /// <summary>
    /// A metric by GraphFLA itself, or null if it could not compute it.
    /// </summary>
    /// <param name="name">Its name in the golden.</param>
    /// <param name="ofMaximized">Whether to take that of the negated, maximized fitness where the landscape is minimized.</param>
    public double? Metric(string name, bool ofMaximized = false)
    {
        JsonElement source = ofMaximized && golden.TryGetProperty("negated_max", out JsonElement negated) ? negated : golden;
        return source.GetProperty("metrics").TryGetProperty(name, out JsonElement value) && value.ValueKind == JsonValueKind.Number ? value.GetDouble() : null;
    }

    public int[] Column(string name) => [.. GoldenFiles.Column(nodes, name).Select(field => (int)double.Parse(field, CultureInfo.InvariantCulture))];

    /// <summary>For every vertex in GraphFLA's order a member of the optimum of its basin, climbing in the right direction.</summary>
    public int[] Basins() =>
        [.. Column(nodes[0].Contains("basin_index_negated_max") ? "basin_index_negated_max" : "basin_index").Select(node => vertexOfNode[node])];

    /// <summary>The kinds by GraphFLA's configuration; levels are those of the data.</summary>
    private CsvOptions Options(string[] names)
    {
        JsonElement kinds = Structure.GetProperty("config_dict");
        string[] OfKind(string kind) => [.. names.Where((_, h) => kinds.GetProperty($"{h}").GetProperty("type").GetString() == kind)];
        return new CsvOptions { Ordinal = OfKind("ordinal"), Categorical = OfKind("categorical"), Boolean = OfKind("boolean") };
    }

    /// <summary>The table with one column per site of a sequence, and the row number as a last column; and the names of the hyperparameters.</summary>
    private static (byte[] Table, string[] Names) WithRowNumbers(string[][] lines)
    {
        bool sequences = lines[0][0] == "sequences";
        string[] names = sequences ? [.. Enumerable.Range(0, lines[1][0].Length).Select(site => $"site{site}")] : lines[0][..^1];
        var text = new StringBuilder().AppendJoin(',', [.. names, "fitness", "row"]).Append('\n');
        for (int row = 0; row < lines.Length - 1; row++)
        {
            string[] line = lines[row + 1];
            IEnumerable<string> levels = sequences ? line[0].Select(symbol => $"{symbol}") : line[..^1];
            text.AppendJoin(',', [.. levels, line[^1], row.ToString(CultureInfo.InvariantCulture)]).Append('\n');
        }

        return (Encoding.UTF8.GetBytes(text.ToString()), names);
    }
}
