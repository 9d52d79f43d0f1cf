using System.Numerics;
using CsCheck;
using HyperLandscape.Embeddings;
using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Reference;
using HyperLandscape.Spaces;
using HyperLandscape.Tests.Graphs;
using HyperLandscape.Tests.Numerics;
using MathNet.Numerics.LinearAlgebra;

namespace HyperLandscape.Tests.Embeddings;

/// <summary>A as an operator against A as a dense matrix.</summary>
public sealed class ImprovingArcsTests
{
    [Fact]
    public void Products_solutions_and_degrees_agree_with_a_dense_matrix() => LandscapeCases.Small.Where(given => given.Cells.Length <= 200).Sample(
        given =>
        {
            Matrix<double> a = ReferenceProximity.Adjacency(given.ToReference());
            var arcs = new ImprovingArcs(given.ToLandscape());
            Assert.Equal(a.RowSums(), arcs.OutDegrees().Select(degree => (double)degree));
            Assert.Equal(a.ColumnSums(), arcs.InDegrees().Select(degree => (double)degree));
            var buffer = new int[arcs.MaxDegree + 1];
            for (int vertex = 0; vertex < arcs.Count; vertex++)
                Assert.Equal(Enumerable.Range(0, arcs.Count).Where(other => a[vertex, other] == 1), buffer.Take(arcs.BetterNeighbors(vertex, buffer)).Order());
            Agree<double>(arcs, a, 1e-10);
            Agree<float>(arcs, a, 1e-4);
        },
        iter: 60);

    [Fact]
    public void Landscapes_of_every_length_agree_with_a_dense_matrix()
    {
        for (int length = 1; length <= 256; length++)
        {
            SearchSpace space = Grids.Of($"o{length}");
            double[] fitness = Extremes.Of(length, length);
            var arcs = new ImprovingArcs(Landscape.Create(space, fitness));
            Matrix<double> a = ReferenceProximity.Adjacency(new ReferenceLandscape(space, new GridNeighborhood(), Grids.AllCells(space), fitness, Objective.Minimize, 0));
            if (length % 2 == 0)
                Agree<double>(arcs, a, 1e-10);
            else
                Agree<float>(arcs, a, 1e-4);
        }
    }

    private static void Agree<T>(ImprovingArcs arcs, Matrix<double> a, double tolerance)
        where T : struct, INumber<T>
    {
        int width = Panel<T>.Width;
        using var pool = new PanelPool<T>(arcs.Count, 4);
        var random = new Random(1);
        Panel<T> x = pool.Random(2);
        Panel<T> y = pool.Take();
        Panel<T> solution = pool.Take();
        double[] c = [.. Enumerable.Range(0, arcs.Count).Select(_ => 0.05 + (0.1 * random.NextDouble()))];
        Matrix<double> identity = Matrix<double>.Build.DenseIdentity(arcs.Count);
        Matrix<double> system = identity - (Matrix<double>.Build.DiagonalOfDiagonalArray(c) * a);
        foreach (bool transposed in new[] { false, true })
        {
            foreach (double self in new[] { 0, 1, 0.5 })
            {
                arcs.Multiply(x, y, T.CreateChecked(self), transposed);
                Same(((self * identity) + (transposed ? a.Transpose() : a)) * Dense(x), y);
            }

            x.Values.CopyTo(solution.Values);
            arcs.Solve(solution, c, transposed);
            Same((transposed ? system.Transpose() : system) * Dense(solution), x);
        }

        Matrix<double> Dense(Panel<T> panel) => Matrix<double>.Build.Dense(arcs.Count, width, (row, k) => double.CreateChecked(panel[row, k]));

        void Same(Matrix<double> expected, Panel<T> actual) =>
            Assert.InRange((expected - Dense(actual)).Enumerate().Max(Math.Abs), 0, tolerance * Math.Max(1, expected.Enumerate().Max(Math.Abs)));
    }
}
