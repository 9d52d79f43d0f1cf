using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Similarity;

/// <summary>
/// How much a similarity depends on which configurations happen to be there: the measure on random halves of the
/// configurations, drawn without replacement, again and again. <see cref="SimilarityInterval.Lower"/> and
/// <see cref="SimilarityInterval.Upper"/> are percentiles of these values.
/// </summary>
/// <remarks>
/// <para>
/// Why not draw with replacement: a configuration drawn twice would tie with itself in both landscapes, which no landscape
/// does, and ranks, best sets and neighborhoods would change their meaning. Halves are landscapes like any other, so that
/// every measure can be asked. For a mean over configurations, values on halves vary as much about the value on
/// all n as that varies over samples of n: the bootstrap with weights 0 and 2 (Praestgaard and Wellner 1993), or jackknife that
/// deletes half (Shao and Wu 1989). Configurations count as a random sample of what might have been there; neighbors that
/// share their luck make a grid's intervals too narrow.
/// </para>
/// <para>
/// 95 % intervals held the mean value for that n in 95 to 99 % of 400 simulations each (bivariate normal fitness, correlation 0.3
/// and 0.9, n = 100 and 400) for Spearman, Kendall, shake-up and the gamma set with gamma 0.3; gamma 0.1 in 89 to
/// 99 %, the fewest with ten configurations in the set. Measures that look at a few configurations only drift as n
/// grows: weighted Kendall 80 to 97 %, rank-biased overlap 65 to 96 %, transfer regret 95 to 98 %. Half of the
/// configurations have fewer neighbors, and so more optima: for measures of the neighborhood, such as
/// <see cref="OptimaOverlap"/>, read the range as what happens when half is left out, not as a confidence interval.
/// </para>
/// <para>
/// The same seed gives the same bits on any number of threads. O(resamples * comparison); a neighborhood of your own is
/// built anew, and checked, for every half.
/// </para>
/// </remarks>
public sealed record HalfSampling
{
    private readonly Resampling resampling = new(1000, 0.95);

    /// <summary>Number of halves, at least 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is none.</exception>
    public int Resamples
    {
        get => resampling.Count;
        init => resampling = resampling with { Count = value };
    }

    /// <summary>The share of the halves within the bounds, in (0, 1).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The share is not in (0, 1).</exception>
    public double Confidence
    {
        get => resampling.Confidence;
        init => resampling = resampling with { Confidence = value };
    }

    /// <summary>Seed of the halves.</summary>
    public int Seed { get; init; }

    /// <summary>Compares two landscapes over the same configurations, and halves of them.</summary>
    /// <param name="a">The first landscape.</param>
    /// <param name="b">The second landscape.</param>
    /// <param name="measure">Any measure.</param>
    /// <param name="options">Number of threads and cancellation; the values do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the finished halves, 0 to 1.</param>
    /// <exception cref="ArgumentException">The configurations differ; the message says in how many.</exception>
    /// <exception cref="OperationCanceledException">The computation was canceled.</exception>
    public SimilarityInterval Compare(Landscape a, Landscape b, ISimilarityMeasure measure, ParallelOptions? options = null, IProgress<double>? progress = null)
    {
        double value = a.Compare(b, measure);
        double[] halves = resampling.Run(Seed, options, progress, stream =>
        {
            int[] half = Half(a.Count, stream);
            NeighborhoodGraph graphA = Subgraph(a.Graph, half);
            NeighborhoodGraph graphB = ReferenceEquals(a.Graph, b.Graph) ? graphA : Subgraph(b.Graph, half);
            return measure.Compare(Rearranged.Of(a, graphA, half), Rearranged.Of(b, graphB, half));
        });
        return new SimilarityInterval(value, halves, Confidence, double.NaN);
    }

    private static NeighborhoodGraph Subgraph(NeighborhoodGraph graph, int[] vertices) =>
        NeighborhoodGraph.OfSortedCells(graph.Space, [.. vertices.Select(graph.Cell)], graph.Neighborhood);

    /// <summary>Half of the vertices (rounded down, at least one), ascending: each is taken with the probability that the rest of the places still has.</summary>
    private static int[] Half(int count, RandomStream stream)
    {
        var half = new int[Math.Max(1, count / 2)];
        int taken = 0;
        for (int vertex = 0; taken < half.Length; vertex++)
        {
            if (stream.Next(count - vertex) < half.Length - taken)
                half[taken++] = vertex;
        }

        return half;
    }
}
