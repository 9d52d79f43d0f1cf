using System.Numerics.Tensors;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// Coordinates for a map that shows more of the loss: those of the configurations (<see cref="GridCoordinates"/>), of
/// <see cref="Embeddings.Hope"/>, and the rank of the loss, side by side. Each of the three is scaled to a total variance
/// of 1 and multiplied by its weight, that of the configurations by 1; a part that does not vary stays 0.
/// </summary>
/// <remarks>
/// HOPE alone mostly shows which arcs are common; the configurations keep far apart what is far apart, the rank puts like
/// losses together. The default weights were chosen on the landscapes of benchmarks/README.md: with a minimum distance of
/// 0.1 maps by <see cref="Umap"/> keep both the distances of configurations (Spearman's correlation) and the loss (Moran's
/// I of its ranks) better than those of HOPE alone on three of the four; what they do with 1, as in the paper, stands
/// there. Since the loss is one of the coordinates, that like losses lie together is no finding about the landscape: judge
/// such a map by what it keeps of the configurations, see <see cref="EmbeddingQuality"/>. Cost: that of HOPE.
/// </remarks>
public sealed record BlendedCoordinates : IEmbedder
{
    /// <summary>The embedding of the directed graph of improving arcs.</summary>
    public Hope Hope { get; init; } = new();

    /// <summary>Weight of <see cref="Hope"/>; 0.55 by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public double HopeWeight { get; init => field = RequireWeight(value); } = 0.55;

    /// <summary>Weight of the rank of the loss; 0.375 by default. More shows the loss more smoothly and the configurations less.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Negative or not finite.</exception>
    public double LossWeight { get; init => field = RequireWeight(value); } = 0.375;

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The singular values of HOPE did not converge.</exception>
    public Embedding Embed(Landscape landscape)
    {
        (Embedding Coordinates, double Factor)[] parts =
        [
            Scaled(new GridCoordinates().Embed(landscape), 1),
            Scaled(Hope.Embed(landscape), HopeWeight),
            Scaled(new Embedding(landscape, 1, landscape.Ranks), LossWeight),
        ];
        int dimensions = parts.Sum(part => part.Coordinates.Dimensions);
        var coordinates = new double[checked(landscape.Count * dimensions)];
        Panel.ForRows(landscape.Count, (start, end) =>
        {
            for (int vertex = start; vertex < end; vertex++)
            {
                Span<double> row = coordinates.AsSpan(vertex * dimensions, dimensions);
                foreach ((Embedding part, double factor) in parts)
                {
                    TensorPrimitives.Multiply(part[vertex], factor, row);
                    row = row[part.Dimensions..];
                }
            }
        });
        return new Embedding(landscape, dimensions, coordinates);
    }

    private static (Embedding Coordinates, double Factor) Scaled(Embedding embedding, double weight)
    {
        double variance = Pca.TotalVariance(embedding);
        return (embedding, variance > 0 ? weight / Math.Sqrt(variance) : 0);
    }

    private static double RequireWeight(double value) => value >= 0 && double.IsFinite(value)
        ? value
        : throw new ArgumentOutOfRangeException(nameof(value), value, "Give a finite weight that is not negative.");
}
