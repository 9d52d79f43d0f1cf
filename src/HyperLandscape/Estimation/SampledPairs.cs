using System.Globalization;
using HyperLandscape.Graphs;
using HyperLandscape.Metrics;

namespace HyperLandscape.Estimation;

/// <summary>
/// The neighbour pairs of the whole grid that a uniform sample of its vertices happens to hold, and what sums over them
/// vary by from sample to sample. A vertex is there with probability p, a pair with probability p^2.
/// </summary>
internal sealed class SampledPairs
{
    /// <summary>From so many pairs on, intervals of ratios and correlations were found to hold what they promise.</summary>
    public const int Fewest = 60;

    /// <summary>Up to this kurtosis of the fitness they were; beyond, a few configurations decide, and a sample holds too few or none of them.</summary>
    private const double MostKurtosis = 100;

    private readonly int[] first;
    private readonly int[] second;
    private readonly int[] degrees;

    public SampledPairs(Landscape sample)
    {
        NeighborhoodGraph graph = sample.Graph;
        Sample = sample;
        Share = graph.VertexCount / (double)graph.Space.CellCount;
        first = new int[graph.EdgeCount];
        second = new int[first.Length];
        degrees = new int[graph.VertexCount];
        var buffer = new int[graph.MaxDegree];
        var cells = new long[graph.MaxDegree];
        NeighborhoodGraph? whole = graph.Space.IsListed ? NeighborhoodGraph.Complete(graph.Space, graph.Neighborhood) : null;
        int pair = 0;
        for (int vertex = 0; vertex < degrees.Length; vertex++)
        {
            degrees[vertex] = whole?.Degree((int)graph.Cell(vertex))
                ?? (graph.Axes is { } axes ? Axis.Degree(axes, graph.Cell(vertex)) : graph.Neighborhood.Neighbors(graph.Space, graph.Cell(vertex), cells));
            foreach (int neighbor in graph.Neighbors(vertex, buffer))
            {
                if (neighbor > vertex)
                    (first[pair], second[pair++]) = (vertex, neighbor);
            }
        }
    }

    public Landscape Sample { get; }

    /// <summary>The share of the grid that was sampled, p.</summary>
    public double Share { get; }

    /// <summary>Number of sampled pairs.</summary>
    public int Count => first.Length;

    /// <summary>The smaller end of every pair.</summary>
    public ReadOnlySpan<int> First => first;

    /// <summary>The larger end of every pair.</summary>
    public ReadOnlySpan<int> Second => second;

    /// <summary>Number of neighbours, in the whole grid, of every sampled vertex.</summary>
    public ReadOnlySpan<int> Degrees => degrees;

    /// <summary>Why sums of squares of the fitness cannot be estimated; null if they can.</summary>
    public string? Unfit()
    {
        if (Count < Fewest)
            return TooFew(Fewest);
        double kurtosis = new Kurtosis().Measure(Sample);
        return kurtosis > MostKurtosis
            ? string.Create(CultureInfo.InvariantCulture, $"a few configurations decide: the kurtosis of the fitness is {kurtosis:N0}, and at most {MostKurtosis} is needed; take the logarithm of the fitness, by WithFitness")
            : null;
    }

    /// <summary>Why there is no estimate, for a sample with too few pairs.</summary>
    public string TooFew(int fewest)
    {
        double pairs = Math.Max(1, degrees.Average() / 2 * Sample.Space.CellCount);
        double size = Math.Min(Sample.Space.CellCount, Math.Ceiling(Sample.Space.CellCount * Math.Sqrt(fewest / pairs)));
        return string.Create(CultureInfo.InvariantCulture, $"the sample holds {Count:N0} pairs of neighbors; {fewest} are needed, which is to be expected of about {size:N0} configurations");
    }

    /// <summary>
    /// How an estimate varies over samples whose error is, in first order, a sum of terms over sampled pairs and vertices,
    /// the sums over the whole grid being zero. With t the sum of a vertex's terms, its pairs' included,
    /// (1 - p) sum t^2 alone would be the jackknife; it counts what pairs vary by themselves twice, so
    /// (1 - p)^2 sum z^2 over pairs is taken off again, as far as that much is left: it is certain.
    /// </summary>
    public SamplingError Error(ReadOnlySpan<double> pairTerms, ReadOnlySpan<double> vertexTerms = default)
    {
        var sums = new double[degrees.Length];
        vertexTerms.CopyTo(sums);
        double pairSquares = 0;
        for (int pair = 0; pair < pairTerms.Length; pair++)
        {
            sums[first[pair]] += pairTerms[pair];
            sums[second[pair]] += pairTerms[pair];
            pairSquares += pairTerms[pair] * pairTerms[pair];
        }

        double squares = 0;
        double fourths = 0;
        foreach (double sum in sums)
        {
            squares += sum * sum;
            fourths += sum * sum * sum * sum;
        }

        double missing = 1 - Share;
        double variance = Math.Max(missing * missing * pairSquares, missing * (squares - (missing * pairSquares)));
        return new SamplingError(variance, fourths > 0 ? squares * squares / fourths / 2 : 0);
    }
}
