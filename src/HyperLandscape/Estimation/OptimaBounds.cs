using HyperLandscape.Graphs;

namespace HyperLandscape.Estimation;

/// <summary>
/// How many local optima the whole grid has at least and at most. With S1 and S2 the mean numbers, over configurations,
/// of better neighbours and of pairs of them, at least 2 S1 / (k + 1) - 2 S2 / (k (k + 1)) of the configurations have a
/// better neighbour, for k = 1 + floor(2 S2 / S1) (Dawson and Sankoff 1967). Every optimum has a member without one.
/// </summary>
internal sealed class OptimaBounds
{
    private readonly SampledPairs pairs;
    private readonly int[] better; // sampled better neighbours of every sampled vertex

    public OptimaBounds(SampledPairs pairs)
    {
        this.pairs = pairs;
        better = new int[pairs.Sample.Count];
        for (int pair = 0; pair < pairs.Count; pair++)
        {
            if (Improvement(pair) is (var worse, _))
                better[worse]++;
        }
    }

    /// <summary>The optima that lie, with all of their neighbours, in the sample; at least one.</summary>
    public double Least()
    {
        Landscape sample = pairs.Sample;
        ReadOnlySpan<int> plateaus = sample.Plateaus;
        var open = new bool[sample.PlateauCount]; // with a member that has neighbours outside the sample
        for (int vertex = 0; vertex < plateaus.Length; vertex++)
        {
            if (plateaus[vertex] >= 0)
                open[plateaus[vertex]] |= IsOpen(vertex);
        }

        int closed = 0;
        foreach (int optimum in sample.Optima)
        {
            int plateau = plateaus.IsEmpty ? -1 : plateaus[optimum];
            closed += (plateau >= 0 ? open[plateau] : IsOpen(optimum)) ? 0 : 1;
        }

        return Math.Max(1, closed);
    }

    /// <summary>More than this are unlikely, with the probability left to one side of the interval; and impossible, where the sample itself says so.</summary>
    public double Most(double confidence)
    {
        double count = pairs.Sample.Count;
        double p = pairs.Share;
        double singles = better.Sum() / (count * p);
        double doubles = better.Sum(number => number * (number - 1.0) / 2) / (count * p * p);
        double k = 1 + (singles > 0 ? Math.Floor(2 * doubles / singles) : 0);
        double single = 2 / (k + 1) / (count * p);
        double twice = 2 / (k * (k + 1)) / (count * p * p);

        // What the bound would lose without a vertex: its own neighbours', and its part in those of its worse neighbours.
        double[] losses = [.. better.Select(number => (single * number) - (twice * number * (number - 1.0) / 2))];
        double improvable = losses.Sum();
        for (int pair = 0; pair < pairs.Count; pair++)
        {
            if (Improvement(pair) is (var worse, var winner))
                losses[winner] += single - (twice * (better[worse] - 1));
        }

        double mean = losses.Average();
        double error = Math.Sqrt((1 - p) * losses.Sum(loss => (loss - mean) * (loss - mean)));
        double likely = 1 - Math.Min(1, improvable) + (SamplingError.Quantile(Math.Max(1, count - 1), confidence) * error);
        double possible = pairs.Sample.Space.CellCount - (double)better.Count(number => number > 0);
        return Math.Max(Least(), Math.Min(possible, Math.Floor(pairs.Sample.Space.CellCount * likely)));
    }

    private bool IsOpen(int vertex) => pairs.Sample.Graph.Degree(vertex) < pairs.Degrees[vertex];

    private (int Worse, int Better)? Improvement(int pair)
    {
        (int a, int b) = (pairs.First[pair], pairs.Second[pair]);
        double difference = pairs.Sample.Loss[a] - pairs.Sample.Loss[b];
        if (Math.Abs(difference) <= pairs.Sample.Tolerance)
            return null;
        return difference > 0 ? (a, b) : (b, a);
    }
}
