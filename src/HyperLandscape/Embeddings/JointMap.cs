namespace HyperLandscape.Embeddings;

/// <summary>
/// One map for several landscapes over the same configurations, so that fidelities or data sets can be compared picture
/// by picture: each landscape is embedded on its own, the memberships of the edges between configurations are averaged
/// over the landscapes, and that one fuzzy set is laid out. All landscapes weigh the same; a single one gives its own
/// map. Cost: an embedding and a search of neighbours per landscape, one layout. The order of the landscapes matters to
/// the last bits only.
/// </summary>
public sealed record JointMap
{
    /// <summary>How each landscape is embedded; <see cref="Hope"/> by default.</summary>
    public IEmbedder Embedder { get; init; } = new Hope();

    /// <summary>How the map is made; the paper's drawing by default: 500 epochs, minimum distance 1.</summary>
    public Umap Umap { get; init; } = new() { MinDist = 1, Epochs = 500 };

    /// <summary>The positions of the configurations, for all landscapes alike: one embedding per landscape, in their order.</summary>
    /// <param name="landscapes">At least one, all over the same configurations.</param>
    /// <exception cref="ArgumentException">There is no landscape, or two differ in their configurations.</exception>
    public IReadOnlyList<Embedding> Embed(params IReadOnlyList<Landscape> landscapes)
    {
        if (landscapes.Count == 0)
            throw new ArgumentException("A joint map needs at least one landscape.", nameof(landscapes));
        for (int i = 1; i < landscapes.Count; i++)
        {
            if (!landscapes[i].Graph.HasSameConfigurations(landscapes[0].Graph))
                throw new ArgumentException($"Landscape {i} ({landscapes[i]}) is not over the configurations of landscape 0 ({landscapes[0]}); restrict them to common configurations first.", nameof(landscapes));
        }

        FuzzyGraph mean = FuzzyGraph.Mean([.. landscapes.Select(landscape => Umap.NeighborsOf(Embedder.Embed(landscape)))]);
        Embedding map = Umap.Map(mean, new GridCoordinates().Embed(landscapes[0]));
        return [.. landscapes.Select(landscape => new Embedding(landscape, map.Dimensions, map.Coordinates))];
    }
}
