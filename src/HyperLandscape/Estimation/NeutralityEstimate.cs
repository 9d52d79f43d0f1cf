using System.Globalization;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;

namespace HyperLandscape.Estimation;

/// <summary>
/// Neutral pairs against all pairs, each weighted by 1 / degree of both ends (degrees in the whole grid): the mean over
/// vertices of their neutral shares, told by pairs. And how that share changes toward the best configuration found.
/// </summary>
internal sealed class NeutralityEstimate
{
    /// <summary>A share is between 0 and 1, so its interval needs fewer pairs.</summary>
    private const int FewestForShare = 15;

    /// <summary>So many pairs that are neutral, and that are not, show how neutrality varies.</summary>
    private const int FewestOfEach = 10;

    private readonly SampledPairs pairs;
    private readonly Tolerance tolerance;
    private readonly bool[] neutral;
    private readonly double share;
    private readonly double weight;

    public NeutralityEstimate(SampledPairs pairs, Tolerance tolerance)
    {
        this.pairs = pairs;
        this.tolerance = tolerance;
        double limit = tolerance.Resolve(pairs.Sample);
        ReadOnlySpan<double> loss = pairs.Sample.Loss;
        neutral = new bool[pairs.Count];
        double neutralWeight = 0;
        for (int pair = 0; pair < neutral.Length; pair++)
        {
            neutral[pair] = Math.Abs(loss[pairs.First[pair]] - loss[pairs.Second[pair]]) <= limit;
            weight += Weight(pair);
            neutralWeight += neutral[pair] ? Weight(pair) : 0;
        }

        share = neutralWeight / weight;
    }

    /// <summary>The mean neutrality, with Wilson's interval for as many independent pairs as would vary as much.</summary>
    public MetricEstimate Mean(double confidence)
    {
        string name = new MeanNeutrality { Tolerance = tolerance }.Name;
        if (pairs.Count < FewestForShare)
            return MetricEstimate.None(name, pairs.TooFew(FewestForShare));
        var terms = new double[pairs.Count];
        for (int pair = 0; pair < terms.Length; pair++)
            terms[pair] = ((neutral[pair] ? 1 : 0) - share) * Weight(pair) / weight;

        double variance = pairs.Error(terms).Variance;
        double independent = variance > 0 ? share * (1 - share) / variance : pairs.Count / (1 - (pairs.Share * pairs.Share));
        double quantile = SamplingError.Quantile(pairs.Count - 1, confidence);
        double prior = quantile * quantile / independent;
        double center = (share + (prior / 2)) / (1 + prior);
        double width = quantile * Math.Sqrt(((share * (1 - share)) + (prior / 4)) / independent) / (1 + prior);
        return new MetricEstimate(name, share, share > 0 ? Math.Max(0, center - width) : 0, share < 1 ? Math.Min(1, center + width) : 1, "");
    }

    /// <summary>
    /// Minus the least-squares slope, over all vertices of the grid, of neutrality against the distance to the best
    /// sampled configuration. The distances are known for the whole grid, so this is a sum over pairs with known weights.
    /// </summary>
    public MetricEstimate TowardBest(double confidence)
    {
        string name = $"Neutrality per step toward the best found (tolerance {tolerance})";
        if (pairs.Count < SampledPairs.Fewest)
            return MetricEstimate.None(name, pairs.TooFew(SampledPairs.Fewest));
        int neutralCount = neutral.Count(pair => pair);
        if (Math.Min(neutralCount, pairs.Count - neutralCount) < FewestOfEach)
            return MetricEstimate.None(name, string.Create(CultureInfo.InvariantCulture, $"of {pairs.Count:N0} sampled pairs of neighbors {neutralCount:N0} are neutral; {FewestOfEach} that are and {FewestOfEach} that are not are needed"));
        double[] distances = DistanceWeights();
        double chance = pairs.Share * (pairs.Sample.Count - 1) / (pairs.Sample.Space.CellCount - 1.0);
        var terms = new double[pairs.Count];
        double slope = 0;
        for (int pair = 0; pair < terms.Length; pair++)
        {
            (int a, int b) = (pairs.First[pair], pairs.Second[pair]);
            terms[pair] = ((neutral[pair] ? 1 : 0) - share) * ((distances[a] / pairs.Degrees[a]) + (distances[b] / pairs.Degrees[b])) / chance;
            slope -= terms[pair];
        }

        double width = pairs.Error(terms).HalfWidth(confidence);
        return new MetricEstimate(name, slope, slope - width, slope + width, "");
    }

    private double Weight(int pair) => (1.0 / pairs.Degrees[pairs.First[pair]]) + (1.0 / pairs.Degrees[pairs.Second[pair]]);

    /// <summary>Distance to the best found minus its mean over the grid, over the sum of squares of that over the grid.</summary>
    private double[] DistanceWeights()
    {
        NeighborhoodGraph graph = pairs.Sample.Graph;
        int best = pairs.Sample.GlobalOptima[0];
        (double mean, double variance) = DistanceMoments(graph, graph.Cell(best));
        return [.. Enumerable.Range(0, pairs.Sample.Count).Select(vertex => (graph.Distance(vertex, best) - mean) / variance / graph.Space.CellCount)];
    }

    /// <summary>Mean and variance of the distance to a cell over all cells. Axes are independent over a grid, so both follow from the levels.</summary>
    private static (double Mean, double Variance) DistanceMoments(NeighborhoodGraph graph, long cell)
    {
        if (graph.Space.IsListed)
            return Moments([.. Enumerable.Range(0, (int)graph.Space.CellCount).Select(other => graph.CellDistance(other, cell))]);
        var axes = graph.DistanceAxes.Select(axis => Moments([.. Enumerable.Range(0, axis.Levels).Select(level => axis.Distance(level, axis.Level(cell)))])).ToArray();
        return (axes.Sum(axis => axis.Mean), axes.Sum(axis => axis.Variance));
    }

    private static (double Mean, double Variance) Moments(int[] steps)
    {
        double mean = steps.Average();
        return (mean, steps.Average(step => (step - mean) * (step - mean)));
    }
}
