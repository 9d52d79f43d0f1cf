using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace HyperLandscape.Tests;

/// <summary>The tables of real landscapes: how each is read, and its landscapes by column.</summary>
internal static class LandscapeTables
{
    private const string Own = "{split}_{measure}_{dataset}_{fidelity}";

    private static readonly string[] Layers = [.. Enumerable.Range(1, 8).Select(layer => $"layer{layer}")];

    private static readonly ConcurrentDictionary<string, Dictionary<string, Landscape>> Known = new();

    /// <summary>The landscape in a column of a table.</summary>
    public static Landscape Landscape(string table, string column) => Known.GetOrAdd(table, Read)[column];

    private static Dictionary<string, Landscape> Read(string table) => table switch
    {
        "own_lgbm" => ByColumn(Sample(table), Own, new CsvOptions { Ordinal = ["min_data_in_leaf"] }),
        "fcnet_mean" => ByColumn(Shared(table), "valid_mse_{dataset}", new CsvOptions()),
        "hpobench_nn_mean" => ByColumn(Shared(table), "bal_acc_{dataset}", new CsvOptions(), Objective.Maximize),
        "nasbench_macro_cifar10" => ByColumn(Shared(table), "{split}_acc", new CsvOptions { Categorical = Layers, Ignore = ["test_acc_r1", "test_acc_r2", "test_acc_r3", "params", "flops"] }, Objective.Maximize),
        _ => ByColumn(Sample(table), Own, new CsvOptions()),
    };

    private static string Sample(string table) => Path.Combine(Repository.Root, "samples", "data", $"{table}.csv.gz");

    private static string Shared(string table) => SharedData.Find("landscapes", $"{table}.csv.gz")!;

    private static Dictionary<string, Landscape> ByColumn(string path, string pattern, CsvOptions options, Objective objective = Objective.Minimize)
    {
        LandscapeSet set = LandscapeSet.ReadCsv(path, pattern, objective, options: options);
        return Enumerable.Range(0, set.Count).ToDictionary(i => Column(pattern, set.Labels(i)), i => set[i]);
    }

    /// <summary>The pattern with its fields filled in.</summary>
    private static string Column(string pattern, IReadOnlyList<string> labels)
    {
        int field = 0;
        return Regex.Replace(pattern, "{[^}]*}", _ => labels[field++]);
    }
}
