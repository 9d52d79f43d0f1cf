using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// One map for several landscapes over the same configurations, so that fidelities or data sets can be compared picture
/// by picture: each landscape is embedded on its own, the memberships of the edges between configurations are averaged
/// over the landscapes, and that one fuzzy set is laid out. All landscapes weigh the same; a single one gives its own
/// map, unless principal components come into the start: those are of the <see cref="GridCoordinates"/>, which all
/// landscapes share. Cost: an embedding and a search of neighbours per landscape, one layout. The order of the
/// landscapes matters to the last bits only.
/// </summary>
public sealed record JointMap
{
    private const double ShareOfLandscapes = 0.5; // of the progress

    /// <summary>How each landscape is embedded; <see cref="Hope"/> by default.</summary>
    public IEmbedder Embedder { get; init; } = new Hope();

    /// <summary>How the map is made; the paper's drawing by default: 500 epochs, minimum distance 1.</summary>
    public Umap Umap { get; init; } = new() { MinDist = 1, Epochs = 500 };

    /// <summary>The positions of the configurations, for all landscapes alike: one embedding per landscape, in their order.</summary>
    /// <param name="landscapes">At least one, all over the same configurations.</param>
    /// <exception cref="ArgumentException">There is no landscape, or two differ in their configurations.</exception>
    /// <exception cref="InvalidOperationException">The minimum distance of <see cref="Umap"/> is more than 3 times its spread.</exception>
    public IReadOnlyList<Embedding> Embed(params IReadOnlyList<Landscape> landscapes) => Embed(landscapes, null);

    /// <inheritdoc cref="Embed(IReadOnlyList{Landscape})"/>
    /// <param name="landscapes">At least one, all over the same configurations.</param>
    /// <param name="options">Number of threads and cancellation; the positions do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public IReadOnlyList<Embedding> Embed(IReadOnlyList<Landscape> landscapes, ParallelOptions? options, IProgress<double>? progress = null)
    {
        if (landscapes.Count == 0)
            throw new ArgumentException("A joint map needs at least one landscape.", nameof(landscapes));
        for (int i = 1; i < landscapes.Count; i++)
        {
            if (!landscapes[i].Graph.HasSameConfigurations(landscapes[0].Graph))
                throw new ArgumentException($"Landscape {i} ({landscapes[i]}) is not over the configurations of landscape 0 ({landscapes[0]}); restrict them first, by LandscapeSet.OnCommonConfigurations.", nameof(landscapes));
        }

        UmapCurve curve = Umap.FitCurve();
        Embedding map = Workers.With(options, () => WorkProgress.With(progress, () =>
        {
            FuzzyGraph mean = FuzzyGraph.Mean([.. landscapes.Select((landscape, i) => Neighbors(landscape, (double)i / landscapes.Count, (i + 1.0) / landscapes.Count))]);
            return WorkProgress.Part(ShareOfLandscapes, 1, () => Umap.Map(mean, new GridCoordinates().Embed(landscapes[0]), curve));
        }));
        return [.. landscapes.Select(landscape => new Embedding(landscape, map.Dimensions, map.Coordinates))];
    }

    private FuzzyGraph Neighbors(Landscape landscape, double from, double to) =>
        Umap.NeighborsOf(WorkProgress.Part(ShareOfLandscapes * from, ShareOfLandscapes * to, () => Embedder.Embed(landscape)));
}
