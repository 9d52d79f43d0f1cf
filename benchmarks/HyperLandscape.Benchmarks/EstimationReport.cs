using System.Globalization;
using HyperLandscape.Estimation;
using HyperLandscape.Experiments;
using HyperLandscape.Metrics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Benchmarks;

/// <summary>
/// Whether the intervals of <see cref="GridEstimation"/> hold what they promise: random samples of complete real
/// landscapes, whose metrics are known. Markdown tables.
/// </summary>
internal static class EstimationReport
{
    private const int Draws = 1000;

    private const int DrawsOfAll = 300;

    private static readonly double[] Shares = [0.05, 0.1, 0.3];

    /// <param name="folder">The folder of the own_* tables, samples/data.</param>
    /// <param name="further">A folder with further tables, not part of this repository, or null.</param>
    public static void Print(string folder, string? further)
    {
        (string Name, Landscape Grid)[] six =
        [
            ("decision trees, phoneme, error", Own(folder, "own_dt", "test", "err", "phoneme", "frac1")),
            ("support vector machines, pima, error", Own(folder, "own_svm", "test", "err", "pima", "frac1")),
            ("random forests, pima, error", Own(folder, "own_rf", "test", "err", "pima", "trees16")),
            ("LightGBM, german, log loss", Own(folder, "own_lgbm", "test", "logloss", "german", "it100")),
            ("XGBoost, pima, error", Own(folder, "own_xgb", "test", "err", "pima", "it100")),
            ("neural networks, digits, log loss", Own(folder, "own_mlp", "test", "logloss", "digits", "ep9")),
        ];
        Header("| landscape | of | sample | pairs | assortativity | autocorrelation | neutrality | toward the best | optima: bounds, truth, of the sample | held |");
        foreach ((string name, Landscape grid) in six)
            PrintRows(name, grid);
        if (further is not null)
        {
            foreach ((string name, Landscape grid) in Further(further))
                PrintRows(name, grid);
        }
        else
        {
            PrintAll(folder);
            BootstrapReport.Print([.. six.Select(landscape => landscape.Grid)], Shares[1..]);
        }
    }

    private static void Header(string names)
    {
        Console.WriteLine(names);
        Console.WriteLine(string.Concat(names.Split('|')[1..^1].Select((_, column) => column == 0 ? "|---" : "|--:")) + "|");
    }

    private static void PrintRows(string name, Landscape grid)
    {
        foreach (double share in Shares)
        {
            Study study = Study.Of(grid, share, Draws);
            Write($"| {name} | {grid.Count:N0} | {100 * share:F0} % | {study.Pairs:N0} | {study.Assortativity} | {study.Autocorrelation} | {study.Neutrality} | {study.TowardBest} | {study.Optima.Lower:N0} to {study.Optima.Upper:N0}, {grid.Optima.Length:N0}, {study.SampleOptima:N0} | {study.Optima.ToString().Split(' ')[0]} |");
        }
    }

    /// <summary>All test landscapes of the tables: over all samples, and the landscape where intervals held least often.</summary>
    private static void PrintAll(string folder)
    {
        Landscape[] all = [.. new[] { "own_dt", "own_svm", "own_rf", "own_lgbm", "own_xgb", "own_mlp" }.SelectMany(table => Set(folder, table).Where("split", "test"))];
        Console.WriteLine();
        Header($"| all {all.Length} test landscapes | assortativity | least | autocorrelation | least | neutrality | least | toward the best | least | bounds of optima | least |");
        foreach (double share in Shares)
        {
            Study[] studies = [.. all.Select(grid => Study.Of(grid, share, DrawsOfAll))];
            string Column(Func<Study, Coverage> coverage)
            {
                var total = new Coverage();
                foreach (Study study in studies)
                    total.Add(coverage(study));
                double[] each = [.. studies.Select(study => coverage(study).Held).Where(double.IsFinite)];
                return each.Length == 0 ? "- | -" : string.Create(CultureInfo.InvariantCulture, $"{total} | {100 * each.Min():F0}");
            }

            Write($"| {100 * share:F0} % | {Column(study => study.Assortativity)} | {Column(study => study.Autocorrelation)} | {Column(study => study.Neutrality)} | {Column(study => study.TowardBest)} | {Column(study => study.Optima)} |");
        }
    }

    private static LandscapeSet Set(string folder, string table) =>
        LandscapeSet.ReadCsv(Path.Combine(folder, $"{table}.csv.gz"), "{split:train|test}_{measure}_{dataset}_{fidelity}");

    private static Landscape Own(string folder, string table, params string[] labels) => Set(folder, table)[labels];

    private static IEnumerable<(string Name, Landscape Grid)> Further(string folder)
    {
        var layers = new CsvOptions { Categorical = [.. Enumerable.Range(1, 8).Select(layer => $"layer{layer}")] };
        yield return ("NAS-Bench-Macro, accuracy", Landscape.ReadCsv(Path.Combine(folder, "nasbench_macro_cifar10.csv.gz"), "test_acc", Objective.Maximize, ["test_acc_r1", "test_acc_r2", "test_acc_r3", "params", "flops"], layers));
        LandscapeSet networks = LandscapeSet.ReadCsv(Path.Combine(folder, "hpobench_nn_mean.csv.gz"), "bal_acc_{dataset}", Objective.Maximize);
        yield return ("HPOBench, vehicle, accuracy", networks["vehicle"]);
        yield return ("HPOBench, car, accuracy", networks["car"]);
        LandscapeSet regressions = LandscapeSet.ReadCsv(Path.Combine(folder, "fcnet_mean.csv.gz"), "valid_mse_{dataset}");
        yield return ("FC-Net, naval, squared error", regressions["naval_propulsion"]);
        yield return ("FC-Net, slice, squared error", regressions["slice_localization"]);
    }

    private static void Write(FormattableString line) => Console.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    /// <summary>What samples of one size of one landscape yielded.</summary>
    private sealed class Study
    {
        private int draws;
        private double pairs;
        private double sampleOptima;

        public Coverage Assortativity { get; } = new();

        public Coverage Autocorrelation { get; } = new();

        public Coverage Neutrality { get; } = new();

        public Coverage TowardBest { get; } = new();

        public Coverage Optima { get; } = new();

        public double Pairs => pairs / draws;

        public double SampleOptima => sampleOptima / draws;

        public static Study Of(Landscape grid, double share, int draws)
        {
            var study = new Study();
            double[] truth = [.. grid.Profile().Values];
            var results = new (GridEstimates Estimates, Landscape Sample)[draws];
            Workers.For(draws, draw =>
            {
                long[] cells = [.. new RandomSubset { Count = (int)Math.Round(share * grid.Count), Seed = draw }.Cells(grid.Space)];
                var sample = Landscape.Create(grid.Space, cells, [.. cells.Select(cell => grid.Fitness[(int)cell])], grid.Objective, grid.Tolerance);
                results[draw] = (new GridEstimation().Estimate(sample), sample);
            });
            foreach ((GridEstimates estimates, Landscape sample) in results)
            {
                study.draws++;
                study.pairs += sample.Graph.EdgeCount;
                study.sampleOptima += sample.Optima.Length;
                study.Assortativity.Add(estimates[0], truth[0]);
                study.Autocorrelation.Add(estimates[1], truth[1]);
                study.Neutrality.Add(estimates[2], truth[2]);
                study.Optima.Add(estimates[4], truth[4]);
                study.TowardBest.Add(estimates[6], Slope(grid, (int)sample.Graph.Cell(sample.GlobalOptima[0])));
            }

            return study;
        }

        /// <summary>Minus the least-squares slope of neutrality against the distance to a configuration, over the whole grid.</summary>
        private static double Slope(Landscape grid, int from)
        {
            ReadOnlySpan<ushort> neutral = grid.NeutralDegrees(new MeanNeutrality().Tolerance);
            double products = 0;
            double squares = 0;
            double meanDistance = Enumerable.Range(0, grid.Count).Average(vertex => grid.Graph.Distance(vertex, from));
            for (int vertex = 0; vertex < grid.Count; vertex++)
            {
                double distance = grid.Graph.Distance(vertex, from) - meanDistance;
                products += distance * neutral[vertex] / grid.Graph.Degree(vertex);
                squares += distance * distance;
            }

            return -products / squares;
        }
    }
}
