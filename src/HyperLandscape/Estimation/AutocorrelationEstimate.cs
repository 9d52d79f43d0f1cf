using HyperLandscape.Metrics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Estimation;

/// <summary>
/// 1 - G / V, with G half the mean squared difference over pairs, from the sampled pairs, and V the variance weighted
/// by degrees, from all sampled vertices: they are many more, and know their degrees in the whole grid. The interval is
/// one for log(G / V).
/// </summary>
internal static class AutocorrelationEstimate
{
    public static MetricEstimate Of(SampledPairs pairs, double confidence)
    {
        string name = new Autocorrelation().Name;
        if (pairs.Unfit() is { } reason)
            return MetricEstimate.None(name, reason);
        double[] pairTerms = HalfSquares(pairs, out double gap);
        double[] vertexTerms = SquaredDeviations(pairs, out double variance);
        if (!(gap > 0 && variance > 0))
            return MetricEstimate.None(name, "no two sampled neighbors differ in fitness");
        for (int pair = 0; pair < pairTerms.Length; pair++)
            pairTerms[pair] = ((pairTerms[pair] / gap) - 1) / pairs.Count;

        double ratio = gap / variance;
        double factor = Math.Exp(pairs.Error(pairTerms, vertexTerms).HalfWidth(confidence));
        return new MetricEstimate(name, Math.Max(-1, 1 - ratio), Math.Max(-1, 1 - (ratio * factor)), 1 - (ratio / factor), "");
    }

    private static double[] HalfSquares(SampledPairs pairs, out double mean)
    {
        ReadOnlySpan<double> loss = pairs.Sample.Loss;
        var squares = new double[pairs.Count];
        for (int pair = 0; pair < squares.Length; pair++)
        {
            double difference = loss[pairs.First[pair]] - loss[pairs.Second[pair]];
            squares[pair] = difference * difference / 2;
        }

        mean = BlockedSum.Of(squares) / squares.Length;
        return squares;
    }

    /// <summary>
    /// What every vertex contributes to minus the logarithm of the variance; and the variance of the whole grid, as a mean
    /// over pairs of different vertices, which has no bias.
    /// </summary>
    private static double[] SquaredDeviations(SampledPairs pairs, out double variance)
    {
        ReadOnlySpan<double> loss = pairs.Sample.Loss;
        double weight = 0;
        double squaredWeight = 0;
        double mean = 0;
        for (int vertex = 0; vertex < loss.Length; vertex++)
        {
            double degree = pairs.Degrees[vertex];
            weight += degree;
            squaredWeight += degree * degree;
            mean += degree > 0 ? degree / weight * (loss[vertex] - mean) : 0;
        }

        var terms = new double[loss.Length];
        double sum = 0;
        for (int vertex = 0; vertex < loss.Length; vertex++)
        {
            double deviation = loss[vertex] - mean;
            terms[vertex] = pairs.Degrees[vertex] * deviation * deviation;
            sum += terms[vertex];
        }

        for (int vertex = 0; vertex < loss.Length; vertex++)
            terms[vertex] = (pairs.Degrees[vertex] / weight) - (terms[vertex] / sum);
        double own = squaredWeight / (weight * weight);
        variance = sum / weight / (1 - own) * (1 - (pairs.Share * own));
        return terms;
    }
}
