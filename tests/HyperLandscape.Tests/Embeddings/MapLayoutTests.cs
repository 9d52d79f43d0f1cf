using HyperLandscape.Embeddings;
using HyperLandscape.Graphs;
using HyperLandscape.Reference;
using HyperLandscape.Tests.Graphs;

namespace HyperLandscape.Tests.Embeddings;

/// <summary>The moves of an epoch, sixteen edges at a time, against edges one by one: every number of edges per point up to 256.</summary>
public sealed class MapLayoutTests
{
    private const int Negatives = 5;
    private const int Seed = 3;
    private const double Tolerance = 2e-5; // of single precision: a move is a sum of hundreds of steps

    private static readonly UmapCurve Curve = UmapCurve.Fit(0.1, 1);

    [Fact]
    public void Points_with_every_number_of_edges_move_alike()
    {
        for (int edges = 1; edges <= 256; edges++)
        {
            var graph = FuzzyGraph.Of(NeighborhoodGraph.Complete(Grids.Of($"c{edges + 1}"))); // everything is a neighbor of everything
            var random = new Random(edges);
            float[][] start = [.. Enumerable.Range(0, 2).Select(_ => Enumerable.Range(0, graph.Count).Select(i => i % 17 == 3 ? 0 : (float)(random.NextDouble() - 0.5) * 20).ToArray())];
            float[][] expected = ReferenceLayout.Run(graph, Curve, start, 1, Negatives, Seed);
            float[][] found = [[.. start[0]], [.. start[1]]];
            new MapLayout(graph, Curve, 1, Negatives, 1, Seed).Run(found, 1, 1);
            for (int point = 0; point < graph.Count; point++)
            {
                for (int c = 0; c < 2; c++)
                    Assert.True(Math.Abs(expected[c][point] - found[c][point]) <= Tolerance * Math.Max(10, Math.Abs(expected[c][point])), $"point {point} of {edges} edges: {expected[c][point]} became {found[c][point]}");
            }
        }
    }
}
