using HyperLandscape.Embeddings;
using HyperLandscape.Graphs;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests.Embeddings;

/// <summary>What the start of a map must be, whatever finds it: eigenvectors of the smoothing (I + D^-1/2 W D^-1/2) / 2, orthogonal to the first one, which is sqrt(D).</summary>
public sealed class SpectralStartTests
{
    private const double Tolerance = 1e-2; // of a direction: what the start promises

    /// <summary>Rows of cells, three wide, so that ends and middles have different degrees.</summary>
    [Fact]
    public void Graphs_get_eigenvectors()
    {
        Assert.Null(SpectralStart.Of(FuzzyGraph.Of(NeighborhoodGraph.Complete(Grids.Of("o3"))), 2));
        foreach (int length in Enumerable.Range(2, 15).Concat([33, 64, 85]))
        {
            var graph = FuzzyGraph.Of(NeighborhoodGraph.Complete(Grids.Of($"o{length} c3")));
            float[][]? found = SpectralStart.Of(graph, 2);
            Assert.NotNull(found);
            double[] roots = [.. Enumerable.Range(0, graph.Count).Select(point => Math.Sqrt(graph.Starts[point + 1] - graph.Starts[point]))];
            foreach (float[] coordinate in found)
            {
                double[] x = [.. coordinate.Select(value => (double)value)];
                double[] smooth = [.. x.Select((value, point) => (value + Enumerable.Range(graph.Starts[point], graph.Starts[point + 1] - graph.Starts[point]).Sum(i => graph.Weights[i] * x[graph.Targets[i]] / (roots[point] * roots[graph.Targets[i]]))) / 2)];
                double norm = Math.Sqrt(Dot(x, x));
                double eigenvalue = Dot(x, smooth) / Dot(x, x);
                Assert.True(Math.Sqrt(smooth.Zip(x, (own, value) => (own - (eigenvalue * value)) * (own - (eigenvalue * value))).Sum()) <= Tolerance * norm, $"{length}: no eigenvector");
                Assert.True(Math.Abs(Dot(x, roots)) <= Tolerance * norm * Math.Sqrt(Dot(roots, roots)), $"{length}: not orthogonal to the first");
            }
        }
    }

    private static double Dot(double[] a, double[] b) => a.Zip(b, (x, y) => x * y).Sum();
}
