using HyperLandscape.Graphs;
using HyperLandscape.Metrics;
using ScottPlot;
using ScottPlot.TickGenerators;

namespace HyperLandscape.Plotting;

/// <summary>
/// The fitness of configurations by their distance to the nearest global optimum, with the mean per distance (of
/// more than 60 distances, per thirtieth of the largest): whether the fitness leads there. Points of one distance are spread sideways so as not to hide each other; at most 6,000 are drawn.
/// </summary>
/// <param name="Landscape">The landscape.</param>
public sealed record FitnessDistance(Landscape Landscape) : Picture
{
    private const int MostDistances = 60;
    private const int Groups = 30;

    private protected override Sheet Compose(int width, int height)
    {
        int[] distances = Landscape.DistancesToGlobalOptimum();
        double[] fitness = Landscape.Fitness.ToArray();
        var sheet = new Sheet(Theme, width, height)
        {
            Title = "Fitness by distance to the global optimum",
            Caption = $"{Landscape}. Fitness distance correlation {Numbers.Score(Landscape.Measure(new FitnessDistanceCorrelation()))}; {Numbers.Count(Landscape.GlobalOptima.Length, "configuration")} with the best fitness.{Thinning.Remark(fitness.Length)}",
        };
        Plot plot = sheet.Add(Landscape.Graph.Neighborhood is NearestNeighborhood ? "distance to the nearest global optimum, in thousandths of a range" : "steps to the nearest global optimum", Numbers.FitnessOf(Landscape));
        plot.Axes.Bottom.TickGenerator = new NumericAutomatic { IntegerTicksOnly = true, LabelFormatter = Numbers.Tick };
        int[] rows = Thinning.Rows(fitness.Length);
        var dot = new MarkerStyle(MarkerShape.FilledCircle, rows.Length > 1000 ? 3 : 5, sheet.Group(0).WithAlpha(rows.Length > 1000 ? 0.3 : 0.5));
        plot.Add.Markers(rows.Select(row => new Coordinates(distances[row] + (distances[row] == 0 ? 0 : 0.6 * (Thinning.Scatter(row) - 0.5)), fitness[row])).ToArray()).MarkerStyle = dot;
        sheet.Key.Add(new KeyEntry("configuration", new MarkerStyle(MarkerShape.FilledCircle, 6, sheet.Group(0))));

        int step = distances.Max() <= MostDistances ? 1 : (distances.Max() + Groups - 1) / Groups;
        Coordinates[] means = [.. distances.Index().GroupBy(entry => (entry.Item + step - 1) / step).OrderBy(group => group.Key).Select(group => new Coordinates(group.Average(entry => entry.Item), group.Average(entry => fitness[entry.Index])))];
        var line = plot.Add.Scatter(means, sheet.Group(1));
        line.LineWidth = 2.5f;
        line.MarkerSize = 6;
        sheet.Key.Add(new KeyEntry(step == 1 ? "mean of a distance" : "mean of like distances", new MarkerStyle(MarkerShape.FilledCircle, 6, sheet.Group(1)), new LineStyle(2.5f, sheet.Group(1))));
        MarkerStyle star = StarMarker.Style(sheet.Group(4), sheet.Ink);
        plot.Add.Markers((Coordinates[])[new(0, means[0].Y)]).MarkerStyle = star;
        sheet.Key.Add(new KeyEntry("global optimum", star));
        plot.Axes.SetLimitsX(-0.5, distances.Max() + 0.5);
        (double low, double high) = Ranges.Around(fitness);
        plot.Axes.SetLimitsY(low, high);
        return sheet;
    }
}
