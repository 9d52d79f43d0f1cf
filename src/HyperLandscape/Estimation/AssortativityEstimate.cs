using System.Globalization;
using HyperLandscape.Metrics;

namespace HyperLandscape.Estimation;

/// <summary>
/// The correlation over the sampled improving arcs. It is a function of means over arcs, each of which is there with
/// the same probability. The interval is one for Fisher's z.
/// </summary>
internal static class AssortativityEstimate
{
    public static MetricEstimate Of(SampledPairs pairs, double confidence)
    {
        string name = new FitnessAssortativity().Name;
        if (pairs.Unfit() is { } reason)
            return MetricEstimate.None(name, reason);
        double[] worse = new double[pairs.Count]; // standardized below; 0 where the pair is neutral
        double[] better = new double[pairs.Count];
        bool[] improving = new bool[pairs.Count];
        int arcs = Ends(pairs, worse, better, improving);
        if (arcs < SampledPairs.Fewest)
            return MetricEstimate.None(name, string.Create(CultureInfo.InvariantCulture, $"of {pairs.Count:N0} sampled pairs of neighbors {arcs:N0} are not neutral; {SampledPairs.Fewest} are needed"));
        if (!(Standardize(worse, improving, arcs) > 0 && Standardize(better, improving, arcs) > 0))
            return MetricEstimate.None(name, "the fitness does not vary over the ends of the sampled arcs");

        double correlation = 0;
        for (int pair = 0; pair < worse.Length; pair++)
            correlation += worse[pair] * better[pair] / arcs;
        double unexplained = 1 - (correlation * correlation);
        if (!(unexplained > 1e-12)) // what rounding leaves of 0
            return MetricEstimate.None(name, "the sampled arcs lie on one line");
        var terms = new double[worse.Length];
        for (int pair = 0; pair < terms.Length; pair++)
            terms[pair] = ((worse[pair] * better[pair]) - (correlation / 2 * ((worse[pair] * worse[pair]) + (better[pair] * better[pair])))) / arcs / unexplained;

        // A correlation of m points varies as that of m - 3 would if their means and variances were known.
        double width = pairs.Error(terms).HalfWidth(confidence) * Math.Sqrt(arcs / (arcs - 3.0));
        double center = Math.Atanh(correlation);
        return new MetricEstimate(name, correlation, Math.Tanh(center - width), Math.Tanh(center + width), "");
    }

    private static int Ends(SampledPairs pairs, double[] worse, double[] better, bool[] improving)
    {
        ReadOnlySpan<double> loss = pairs.Sample.Loss;
        int arcs = 0;
        for (int pair = 0; pair < worse.Length; pair++)
        {
            double a = loss[pairs.First[pair]];
            double b = loss[pairs.Second[pair]];
            improving[pair] = Math.Abs(a - b) > pairs.Sample.Tolerance;
            if (!improving[pair])
                continue;
            (worse[pair], better[pair]) = (Math.Max(a, b), Math.Min(a, b));
            arcs++;
        }

        return arcs;
    }

    /// <summary>Mean 0 and variance 1 over the arcs; returns the variance that was.</summary>
    private static double Standardize(double[] values, bool[] improving, int arcs)
    {
        double mean = 0;
        for (int pair = 0; pair < values.Length; pair++)
            mean += values[pair] / arcs;
        double squares = 0;
        for (int pair = 0; pair < values.Length; pair++)
        {
            values[pair] = improving[pair] ? values[pair] - mean : 0;
            squares += values[pair] * values[pair];
        }

        double deviation = Math.Sqrt(squares / arcs);
        for (int pair = 0; pair < values.Length && deviation > 0; pair++)
            values[pair] /= deviation;
        return deviation;
    }
}
