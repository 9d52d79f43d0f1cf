using System.Globalization;
using HyperLandscape.Estimation;
using HyperLandscape.Experiments;
using HyperLandscape.Metrics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Benchmarks;

/// <summary>Whether resampling would do as well as the intervals of <see cref="GridEstimation"/>, where those are given. A Markdown table.</summary>
internal static class BootstrapReport
{
    private const int Draws = 300;

    public static void Print(IReadOnlyList<Landscape> grids, double[] shares)
    {
        Console.WriteLine("\n| sample | interval | assortativity | least | width | autocorrelation | least | width | neutrality | least | width |");
        Console.WriteLine("|--:|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|");
        foreach (double share in shares)
        {
            Coverage[][][] studies = [.. grids.Select(grid => Study(grid, share))]; // by grid, method and metric
            for (int method = 0; method <= Bootstrap.Methods.Length; method++)
            {
                string cells = string.Join(" | ", Enumerable.Range(0, 3).Select(metric => Cell([.. studies.Select(study => study[method][metric])], [.. studies.Select(study => study[0][metric])])));
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {100 * share:F0} % | {(method == 0 ? "`GridEstimation`" : Bootstrap.Methods[method - 1])} | {cells} |"));
            }
        }
    }

    /// <summary>Percent held, over all samples and of the worst landscape, and the mean width as a multiple of ours.</summary>
    private static string Cell(Coverage[] these, Coverage[] ours)
    {
        (Coverage Its, Coverage Ours)[] given = [.. these.Zip(ours).Where(both => double.IsFinite(both.Second.Held))];
        if (given.Length == 0)
            return "- | - | -";
        var total = new Coverage();
        foreach ((Coverage its, _) in given)
            total.Add(its);
        double width = given.Average(both => (both.Its.Upper - both.Its.Lower) / (both.Ours.Upper - both.Ours.Lower));
        return string.Create(CultureInfo.InvariantCulture, $"{100 * total.Held:F0} | {100 * given.Min(both => both.Its.Held):F0} | {width:F2}");
    }

    private static Coverage[][] Study(Landscape grid, double share)
    {
        double[] truth = [.. grid.Profile(Metric.Paper).Values];
        var results = new MetricEstimate[Draws][][];
        Workers.For(Draws, draw =>
        {
            long[] cells = [.. new RandomSubset { Count = (int)Math.Round(share * grid.Count), Seed = draw }.Cells(grid.Space)];
            var sample = Landscape.Create(grid.Space, cells, [.. cells.Select(cell => grid.Fitness[(int)cell])], grid.Objective, grid.Tolerance);
            GridEstimates ours = new GridEstimation().Estimate(sample);
            results[draw] = [[ours[0], ours[1], ours[2]], .. new Bootstrap(sample).Intervals(draw)];
        });
        var study = new Coverage[Bootstrap.Methods.Length + 1][];
        for (int method = 0; method < study.Length; method++)
        {
            study[method] = [new(), new(), new()];
            foreach (MetricEstimate[][] result in results)
            {
                for (int metric = 0; metric < 3; metric++)
                    study[method][metric].Add(double.IsNaN(result[0][metric].Lower) ? result[0][metric] : result[method][metric], truth[metric]);
            }
        }

        return study;
    }
}
