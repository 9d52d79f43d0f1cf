using HyperLandscape.Graphs;
using HyperLandscape.Numerics;
using HyperLandscape.Spaces;

namespace HyperLandscape.Embeddings;

/// <summary>
/// The configurations themselves as coordinates, whatever their fitness: an ordinal hyperparameter of m levels as m - 1
/// coordinates of which the first l are 1 at level l (thermometer code), any other as one coordinate per value, 1 /
/// sqrt(2) at its own. The squared Euclidean distance of two rows is the distance of their configurations, see
/// <see cref="NeighborhoodGraph.Distance"/>. O(n) per coordinate.
/// </summary>
/// <remarks>
/// Of configurations scattered under <see cref="NearestNeighborhood"/> an ordinal hyperparameter is one coordinate, from 0
/// to 1, scaled as there. One that may be inactive has another coordinate: inactive it is sqrt(3) / 2 there and 1 / 2 in
/// the others, aside from the middle of the scale and 1 from either end of one coordinate; of a hyperparameter that is
/// not ordinal, inactive is another value. Distances then are no longer exactly those of the graph.
/// </remarks>
public sealed record GridCoordinates : IEmbedder
{
    /// <inheritdoc/>
    public Embedding Embed(Landscape landscape)
    {
        SearchSpace space = landscape.Space;
        double[][][] codes = Codes(landscape.Graph);
        int dimensions = Math.Max(1, codes.Sum(levels => levels[0].Length));
        double[] coordinates = new double[checked(landscape.Count * dimensions)];
        Panel.ForRows(landscape.Count, (start, end) =>
        {
            for (int vertex = start; vertex < end; vertex++)
            {
                Span<double> row = coordinates.AsSpan(vertex * dimensions, dimensions);
                long cell = landscape.Graph.Cell(vertex);
                for (int h = 0; h < codes.Length; h++)
                {
                    double[] code = codes[h][space.Level(cell, h)];
                    code.CopyTo(row);
                    row = row[code.Length..];
                }
            }
        });
        return new Embedding(landscape, dimensions, coordinates);
    }

    /// <summary>The coordinates of every level of every hyperparameter.</summary>
    private static double[][][] Codes(NeighborhoodGraph graph)
    {
        Axis[] axes = graph.DistanceAxes;
        var codes = new double[axes.Length][][];
        for (int h = 0; h < codes.Length; h++)
        {
            Hyperparameter hyperparameter = graph.Space.Hyperparameters[h];
            codes[h] = axes[h].Reach > 1 ? Indicators(hyperparameter.LevelCount)
                : hyperparameter.Kind != HyperparameterKind.Ordinal ? Thermometer(hyperparameter.LevelCount)
                : Ordered(hyperparameter, graph.Neighborhood);
        }

        return codes;
    }

    /// <summary>A scale, or steps, and one coordinate more if a level is inactive.</summary>
    private static double[][] Ordered(Hyperparameter hyperparameter, INeighborhood neighborhood)
    {
        int inactive = hyperparameter.InactiveLevel;
        double[][] active = neighborhood is NearestNeighborhood nearest
            ? [.. ScaledPoints.Places(hyperparameter, nearest).Select(place => (double[])[place])]
            : Thermometer(hyperparameter.LevelCount - (inactive < 0 ? 0 : 1));
        if (inactive < 0)
            return active;
        double[] middle = [.. Enumerable.Repeat(0.5, active[0].Length)];
        return [.. active.Take(inactive).Select(code => (double[])[.. code, 0]), [.. middle, Math.Sqrt(0.75)]];
    }

    private static double[][] Indicators(int levels) =>
        [.. Enumerable.Range(0, levels).Select(level => (double[])[.. Enumerable.Range(0, levels).Select(value => value == level ? Math.Sqrt(0.5) : 0)])];

    private static double[][] Thermometer(int levels) =>
        [.. Enumerable.Range(0, levels).Select(level => (double[])[.. Enumerable.Range(1, levels - 1).Select(step => step <= level ? 1.0 : 0)])];
}
