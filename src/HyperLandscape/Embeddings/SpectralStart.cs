using System.Numerics;
using System.Runtime.Intrinsics;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// Positions from the eigenvectors of the normalized Laplacian of a connected fuzzy graph with the smallest eigenvalues
/// above 0: those of (I + D^-1/2 W D^-1/2) / 2 with the largest below 1.
/// </summary>
internal static class SpectralStart
{
    private const double Tolerance = 1e-5;
    private const double LargestResidual = 1e-2;
    private const int MostSteps = 400;

    /// <summary>An array per component, or null if there are too few points or the eigenvectors do not converge.</summary>
    public static float[][]? Of(FuzzyGraph graph, int components)
    {
        if (graph.Count <= components + 1)
            return null;
        using TruncatedSvd svd = TruncatedSvd.Roughly(new Smoothing(graph), components + 1, Tolerance, MostSteps);
        if (svd.Residual > LargestResidual)
            return null;
        int width = Panel<double>.Width;
        return [.. Enumerable.Range(1, components).Select(k =>
        {
            var coordinate = new float[graph.Count];
            for (int point = 0; point < coordinate.Length; point++)
                coordinate[point] = (float)svd.Right[k / width][point, k % width];
            return coordinate;
        })];
    }

    private sealed class Smoothing : IPanelOperator
    {
        private readonly FuzzyGraph graph;
        private readonly float[] factors; // weights / sqrt(degrees of both ends) / 2

        public Smoothing(FuzzyGraph graph)
        {
            this.graph = graph;
            factors = new float[graph.Weights.Length];
            var roots = new double[graph.Count];
            for (int point = 0; point < graph.Count; point++)
            {
                foreach (float weight in graph.Weights.AsSpan(graph.Starts[point]..graph.Starts[point + 1]))
                    roots[point] += weight;
                roots[point] = Math.Sqrt(roots[point]);
            }

            for (int point = 0; point < graph.Count; point++)
            {
                for (int i = graph.Starts[point]; i < graph.Starts[point + 1]; i++)
                    factors[i] = (float)(graph.Weights[i] / (2 * roots[point] * roots[graph.Targets[i]]));
            }
        }

        public int Count => graph.Count;

        public void Apply<T>(Panel<T> x, Panel<T> y, Panel<T> scratch, bool transposed)
            where T : struct, INumber<T>
        {
            T half = T.One / (T.One + T.One);
            Panel.ForRows(Count, (start, end) =>
            {
                Span<Vector512<T>> from = x.Rows;
                Span<Vector512<T>> to = y.Rows;
                for (int point = start; point < end; point++)
                {
                    Vector512<T> sum = from[point] * half;
                    for (int i = graph.Starts[point]; i < graph.Starts[point + 1]; i++)
                        sum += from[graph.Targets[i]] * T.CreateTruncating(factors[i]);
                    to[point] = sum;
                }
            });
        }
    }
}
