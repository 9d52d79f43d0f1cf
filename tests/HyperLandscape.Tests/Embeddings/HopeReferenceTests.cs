using System.Globalization;
using HyperLandscape.Embeddings;

namespace HyperLandscape.Tests.Embeddings;

/// <summary>HOPE against singular values and row distances that other programs computed (Goldens/README.md).</summary>
public sealed class HopeReferenceTests
{
    private static readonly Dictionary<string, string[]> Categories = new()
    {
        ["hp1536"] = ["act", "norm"],
        ["hp6480"] = ["act", "opt"],
        ["hp14960"] = ["booster"],
        ["hp62208"] = ["act1", "act2", "sched"],
    };

    private static readonly Dictionary<string, Proximity> Proximities = new()
    {
        ["kc64"] = new CommonNeighbors(),
        ["katz001"] = new Katz { Beta = 0.01 },
        ["katzhalf"] = new Katz(),
    };

    /// <summary>The relative errors at rank 64, as published with the reference data.</summary>
    private static readonly Dictionary<string, double> Errors = new()
    {
        ["hp1536 kc64"] = 0.7719,
        ["hp1536 katz001"] = 0.9077,
        ["hp1536 katzhalf"] = 0.8595,
        ["hp6480 kc64"] = 0.9205,
        ["hp14960 kc64"] = 0.9575,
    };

    /// <summary>The committed set, and where the shared reference data is present larger ones.</summary>
    public static TheoryData<string, string> Sets { get; } =
    [
        ("hp1536", "kc64"), ("hp1536", "katz001"), ("hp1536", "katzhalf"),
        .. SharedData.Find("reference", "embedding") is null
            ? Array.Empty<(string, string)>()
            : Emulation.Unless([("hp6480", "kc64"), ("hp6480", "katz001"), ("hp6480", "katzhalf")], [("hp14960", "kc64"), ("hp14960", "katzhalf"), ("hp62208", "kc64")]),
    ];

    [Theory]
    [MemberData(nameof(Sets))]
    public void Singular_values_residuals_distances_and_error(string name, string kind)
    {
        Landscape landscape = Read(name);
        HopeDecomposition decomposition = new Hope { Proximity = Proximities[kind] }.Decompose(landscape);
        double[] expected = [.. GoldenFiles.ReadTable(Values(name, $"sv_{name}_{kind}.csv")).Skip(1).Select(line => Number(line[0]))];
        DenseHope.Values(expected, decomposition);
        DenseHope.Signs(decomposition, landscape.Count);
        Assert.InRange(decomposition.Residual, 0, 1e-5);

        Embedding embedding = decomposition.ToEmbedding();
        foreach (string[] pair in GoldenFiles.ReadTable(Values(name, $"pairdist_{name}_{kind}.csv")).Skip(1))
        {
            double distance = Math.Sqrt(embedding[(int)Number(pair[0])].ToArray().Zip(embedding[(int)Number(pair[1])].ToArray(), (a, b) => (a - b) * (a - b)).Sum());
            Assert.Equal(Number(pair[2]), distance, 1e-4 * Number(pair[2]));
        }

        if (Errors.TryGetValue($"{name} {kind}", out double error))
            Assert.Equal(error, decomposition.RelativeError(), 1e-4);
    }

    private static Landscape Read(string name)
    {
        string path = name == "hp1536" ? Path.Combine(GoldenFiles.Folder, "embedding") : SharedData.Find("reference", "embedding", "data")!;
        return Landscape.ReadCsv(Path.Combine(path, $"{name}_nodes.csv.gz"), "loss", ignore: ["id"], options: new CsvOptions { Categorical = Categories[name] });
    }

    private static string Values(string name, string file) =>
        Path.Combine(name == "hp1536" ? Path.Combine(GoldenFiles.Folder, "embedding") : SharedData.Find("reference", "embedding", "values")!, file);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
