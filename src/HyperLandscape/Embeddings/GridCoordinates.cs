using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// The configurations themselves as coordinates, whatever their fitness: an ordinal hyperparameter of m levels as m - 1
/// coordinates of which the first l are 1 at level l (thermometer code), any other as one coordinate per value, 1 /
/// sqrt(2) at its own. The squared Euclidean distance of two rows is the distance of their configurations, see
/// <see cref="NeighborhoodGraph.Distance"/>. O(n) per coordinate.
/// </summary>
public sealed record GridCoordinates : IEmbedder
{
    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The space lists its configurations.</exception>
    public Embedding Embed(Landscape landscape)
    {
        Axis[] axes = landscape.Graph.GridAxes;
        int dimensions = Math.Max(1, axes.Sum(Width));
        double[] coordinates = new double[checked(landscape.Count * dimensions)];
        double half = Math.Sqrt(0.5);
        Panel.ForRows(landscape.Count, (start, end) =>
        {
            for (int vertex = start; vertex < end; vertex++)
            {
                Span<double> row = coordinates.AsSpan(vertex * dimensions, dimensions);
                foreach (Axis axis in axes)
                {
                    int level = axis.Level(landscape.Graph.Cell(vertex));
                    if (axis.Reach == 1)
                        row[..level].Fill(1);
                    else if (axis.Levels > 1)
                        row[level] = half;
                    row = row[Width(axis)..];
                }
            }
        });
        return new Embedding(landscape, dimensions, coordinates);
    }

    private static int Width(Axis axis) => axis.Reach <= 1 ? axis.Levels - 1 : axis.Levels;
}
