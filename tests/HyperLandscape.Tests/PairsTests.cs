using System.Text.Json;
using HyperLandscape.Reference;
using HyperLandscape.Similarity;

namespace HyperLandscape.Tests;

/// <summary>The paper's three similarities on seven pairs of landscapes over 3,456 configurations (Goldens/README.md).</summary>
public sealed class PairsTests
{
    private static readonly string[] Columns = ["base_loss", "low_fidelity", "other_dataset", "train_loss_rounded", "accuracy", "random"];
    private static readonly Dictionary<string, Landscape> Landscapes = Columns.ToDictionary(column => column, Read);
    private static readonly JsonElement Golden = JsonDocument.Parse(File.ReadAllText(Path.Combine(GoldenFiles.Folder, "pairs.json"))).RootElement;

    public static TheoryData<string> Pairs { get; } = [.. Golden.EnumerateObject().Select(pair => pair.Name)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Spearman_and_shake_up(string pair)
    {
        (Landscape a, Landscape b) = Split(pair);
        Near(Golden.GetProperty(pair).GetProperty("spearman").GetDouble(), new SpearmanCorrelation().Compare(a, b));
        Near(Golden.GetProperty(pair).GetProperty("shake_up").GetDouble(), new ShakeUp().Compare(a, b));
    }

    /// <summary>The golden takes the first k in the order of rows where ties cross the boundary; there we compare with the reference.</summary>
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Gamma_sets(string pair)
    {
        (Landscape a, Landscape b) = Split(pair);
        foreach (JsonProperty entry in Golden.GetProperty(pair).GetProperty("gamma_set").EnumerateObject())
        {
            JsonElement golden = entry.Value.GetProperty("topk_ceil");
            int k = golden.GetProperty("k").GetInt32();
            double actual = new GammaSetSimilarity { Gamma = double.Parse(entry.Name, System.Globalization.CultureInfo.InvariantCulture) }.Compare(a, b);
            Near(ReferenceSimilarity.GammaSet(a.Fitness.ToArray(), a.Objective, b.Fitness.ToArray(), b.Objective, k), actual);
            if (!TiesCross(a, k) && !TiesCross(b, k))
                Near(golden.GetProperty("iou").GetDouble(), actual);
        }
    }

    private static bool TiesCross(Landscape landscape, int k)
    {
        double[] ranks = [.. landscape.Ranks.ToArray().Order()];
        return ranks[k - 1] == ranks[k];
    }

    internal static (Landscape A, Landscape B) Split(string pair)
    {
        string[] columns = pair.Split('|');
        return (Landscapes[columns[0]], Landscapes[columns[1]]);
    }

    private static Landscape Read(string column) => Landscape.ReadCsv(
        Path.Combine(GoldenFiles.Folder, "pairs.csv.gz"),
        column,
        column == "accuracy" ? Objective.Maximize : Objective.Minimize,
        [.. Columns.Where(other => other != column)],
        new CsvOptions { Categorical = ["opt", "act"] });

    private static void Near(double expected, double actual) => Assert.True(Closeness.Near(expected, actual), $"The golden has {expected:R}, the library {actual:R}.");
}
