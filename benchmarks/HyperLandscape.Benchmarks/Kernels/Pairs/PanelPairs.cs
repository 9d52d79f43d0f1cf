using HyperLandscape.Benchmarks.Inputs;
using HyperLandscape.Embeddings;
using HyperLandscape.Numerics;

namespace HyperLandscape.Benchmarks.Kernels.Pairs;

/// <summary>Kernels over panels of eight vectors side by side, against loops over rows and vectors.</summary>
internal static class PanelPairs
{
    private const double Factor = 0.05;

    private static readonly int Width = Panel<double>.Width;

    /// <summary>All inner products of the vectors of two panels with so many rows.</summary>
    public static KernelPair Products(int rows)
    {
        double[] left = RandomValues.Of(rows * Width, 1);
        double[] right = RandomValues.Of(rows * Width, 2);
        var expected = new double[Width * Width];
        double[,] actual = new double[0, 0];
        var pool = new PanelPool<double>(rows, 2);
        (Panel<double> leftPanel, Panel<double> rightPanel) = (pool.Take(), pool.Take());
        left.CopyTo(leftPanel.Values);
        right.CopyTo(rightPanel.Values);
        var pair = KernelPair.OnOneThread(Scalar, () => actual = Panel.Products([leftPanel], rightPanel));
        pair.Scalar();
        pair.Library();
        for (int i = 0; i < expected.Length; i++)
            Agreement.RequireNear("Inner product", expected[i], actual[i / Width, i % Width], 1e-11);
        return pair;

        void Scalar()
        {
            Array.Clear(expected);
            for (int row = 0; row < rows; row++)
            {
                for (int k = 0; k < Width; k++)
                {
                    for (int l = 0; l < Width; l++)
                        expected[(k * Width) + l] += left[(row * Width) + k] * right[(row * Width) + l];
                }
            }
        }
    }

    /// <summary>The solution of (I - c A) y = x for the improving arcs A, against lists of arcs.</summary>
    public static KernelPair Solution(int cells)
    {
        Landscape landscape = Landscape.Create(MixedGrid.OfSize(cells), NoisyFitness.Of(MixedGrid.OfSize(cells), 1));
        var arcs = new ImprovingArcs(landscape);
        double[] loss = landscape.Loss.ToArray();
        var buffer = new int[landscape.Graph.MaxDegree];
        int[][] better = [.. Enumerable.Range(0, loss.Length).Select(vertex => landscape.Graph.Neighbors(vertex, buffer).ToArray().Where(other => loss[other] < loss[vertex]).ToArray())];
        int[] bestFirst = [.. Enumerable.Range(0, loss.Length).OrderBy(vertex => loss[vertex])];
        double[] factors = [.. Enumerable.Repeat(Factor, loss.Length)];
        double[] x = RandomValues.Of(loss.Length * Width, 1);
        var expected = new double[x.Length];
        Panel<double> actual = new PanelPool<double>(loss.Length, 1).Take();
        var pair = new KernelPair(Scalar, Library);
        pair.Scalar();
        pair.Library();
        for (int i = 0; i < x.Length; i++)
            Agreement.RequireNear("Solution", expected[i], actual.Values[i]);
        return pair;

        void Scalar()
        {
            x.CopyTo(expected, 0);
            foreach (int vertex in bestFirst)
            {
                foreach (int other in better[vertex])
                {
                    for (int k = 0; k < Width; k++)
                        expected[(vertex * Width) + k] += Factor * expected[(other * Width) + k];
                }
            }
        }

        void Library()
        {
            x.CopyTo(actual.Values);
            arcs.Solve(actual, factors, transposed: false);
        }
    }
}
