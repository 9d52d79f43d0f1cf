using HyperLandscape.Graphs;
using HyperLandscape.Spaces;

namespace HyperLandscape.Reference;

/// <summary>
/// Estimates of a whole grid from a uniform sample, by definition: what a pair or a vertex contributes is the derivative,
/// by differences, of the estimate with respect to its weight; the variance is Horvitz and Thompson's double sum
/// over all sampled sets a and b of one or two vertices, of which |a or b| vertices must be drawn together.
/// </summary>
internal sealed class ReferenceEstimation
{
    private const double Step = 1e-5;

    private readonly double[] loss;
    private readonly double tolerance;
    private readonly int[] degrees;
    private readonly List<(int A, int B)> pairs = [];
    private readonly double share;

    public ReferenceEstimation(SearchSpace space, INeighborhood neighborhood, long[] cells, double[] loss, double tolerance)
    {
        this.loss = loss;
        this.tolerance = tolerance;
        share = cells.Length / (double)space.CellCount;
        degrees = new int[cells.Length];
        var buffer = new long[neighborhood.MaxDegree(space)];
        for (int i = 0; i < cells.Length; i++)
        {
            degrees[i] = neighborhood.Neighbors(space, cells[i], buffer);
            foreach (long neighbor in buffer.AsSpan(0, degrees[i]))
            {
                if (Array.IndexOf(cells, neighbor) is var j && j > i)
                    pairs.Add((i, j));
            }
        }
    }

    public int PairCount => pairs.Count;

    public int ArcCount => pairs.Count(pair => Math.Abs(loss[pair.A] - loss[pair.B]) > tolerance);

    public (double Value, double Variance, double Freedom) LogOneMinusAutocorrelation() => Linearize((pairWeights, vertexWeights) =>
    {
        double gap = Mean(pairs.Select(pair => Square(loss[pair.A] - loss[pair.B]) / 2), pairWeights);
        double[] weights = [.. degrees.Zip(vertexWeights, (degree, weight) => degree * weight)];
        double mean = Mean(loss, weights);
        return Math.Log(gap / Mean(loss.Select(f => Square(f - mean)), weights));
    });

    /// <summary>The variance of the whole grid, weighted by degrees, from all pairs of different vertices; over that of the sample.</summary>
    public double VarianceCorrection()
    {
        double different = 0;
        double total = 0;
        double own = 0;
        double sample = 0;
        for (int i = 0; i < loss.Length; i++)
        {
            own += Square(degrees[i]);
            for (int j = 0; j < loss.Length; j++)
            {
                double weight = (double)degrees[i] * degrees[j];
                sample += weight;
                different += i == j ? 0 : weight * Square(loss[i] - loss[j]) / 2;
                total += i == j ? 0 : weight;
            }
        }

        // In the whole grid, pairs of different vertices make up 1 - sum d^2 / (sum d)^2; both sums are 1 / share times those of the sample.
        return different / total * (1 - (own * share / sample)) / (different / sample);
    }

    public (double Value, double Variance, double Freedom) AtanhAssortativity()
    {
        double[] worse = [.. pairs.Select(pair => Math.Max(loss[pair.A], loss[pair.B]))];
        double[] better = [.. pairs.Select(pair => Math.Min(loss[pair.A], loss[pair.B]))];
        return Linearize((pairWeights, _) =>
        {
            double[] weights = [.. pairWeights.Select((weight, k) => worse[k] - better[k] > tolerance ? weight : 0)];
            double a = Mean(worse, weights);
            double b = Mean(better, weights);
            double product = Mean(worse.Zip(better, (x, y) => (x - a) * (y - b)), weights);
            return Math.Atanh(product / Math.Sqrt(Mean(worse.Select(x => Square(x - a)), weights) * Mean(better.Select(y => Square(y - b)), weights)));
        });
    }

    public (double Value, double Variance, double Freedom) Neutrality(double neutral) => Linearize((pairWeights, _) =>
        Mean(pairs.Select(pair => Math.Abs(loss[pair.A] - loss[pair.B]) <= neutral ? 1.0 : 0), [.. pairs.Zip(pairWeights, (pair, weight) => weight * ((1.0 / degrees[pair.A]) + (1.0 / degrees[pair.B])))]));

    /// <summary>
    /// Dawson and Sankoff's bound for the share of configurations with a better neighbour, from sampled pairs and triples; and
    /// the sum of squared deviations of its derivatives with respect to the weight of every vertex.
    /// </summary>
    public (double Value, double Squares) Improvable()
    {
        int n = loss.Length;
        int[][] better = [.. Enumerable.Range(0, n).Select(i => pairs.Where(pair => pair.A == i || pair.B == i).Select(pair => pair.A + pair.B - i).Where(j => loss[i] - loss[j] > tolerance).ToArray())];
        double Singles(double[] w) => Enumerable.Range(0, n).Sum(i => better[i].Sum(j => w[i] * w[j])) / (n * share);
        double Doubles(double[] w) => Enumerable.Range(0, n).Sum(i => better[i].Sum(j => better[i].Where(k => k > j).Sum(k => w[i] * w[j] * w[k]))) / (n * share * share);
        double[] ones = [.. Enumerable.Repeat(1.0, n)];
        double k = 1 + Math.Floor(2 * Doubles(ones) / Singles(ones));
        double Bound(double[] w) => (2 / (k + 1) * Singles(w)) - (2 / (k * (k + 1)) * Doubles(w));
        double[] derivatives = [.. Enumerable.Range(0, n).Select(i => (Bound(Moved(ones, i, Step)) - Bound(Moved(ones, i, -Step))) / (2 * Step))];
        return (Bound(ones), derivatives.Sum(d => Square(d - derivatives.Average())));
    }

    private (double Value, double Variance, double Freedom) Linearize(Func<double[], double[], double> estimate)
    {
        double[] ones = [.. Enumerable.Repeat(1.0, pairs.Count)];
        double[] vertexOnes = [.. Enumerable.Repeat(1.0, loss.Length)];
        List<(int[] Set, double Term)> terms = [];
        for (int k = 0; k < pairs.Count; k++)
            terms.Add(([pairs[k].A, pairs[k].B], (estimate(Moved(ones, k, Step), vertexOnes) - estimate(Moved(ones, k, -Step), vertexOnes)) / (2 * Step)));
        for (int i = 0; i < loss.Length; i++)
            terms.Add(([i], (estimate(ones, Moved(vertexOnes, i, Step)) - estimate(ones, Moved(vertexOnes, i, -Step))) / (2 * Step)));

        double variance = 0;
        foreach ((int[] a, double x) in terms)
        {
            foreach ((int[] b, double y) in terms)
                variance += x * y * (1 - Math.Pow(share, a.Length + b.Length - a.Union(b).Count()));
        }

        double certain = terms.Where(term => term.Set.Length == 2).Sum(term => Square((1 - share) * term.Term));
        double[] perVertex = [.. Enumerable.Range(0, loss.Length).Select(i => terms.Where(term => term.Set.Contains(i)).Sum(term => term.Term))];
        double freedom = Square(perVertex.Sum(Square)) / perVertex.Sum(t => Square(Square(t))) / 2;
        return (estimate(ones, vertexOnes), Math.Max(variance, certain), freedom);
    }

    private static double[] Moved(double[] weights, int index, double step)
    {
        double[] moved = [.. weights];
        moved[index] += step;
        return moved;
    }

    private static double Mean(IEnumerable<double> values, double[] weights) => values.Zip(weights, (value, weight) => value * weight).Sum() / weights.Sum();

    private static double Square(double value) => value * value;
}
