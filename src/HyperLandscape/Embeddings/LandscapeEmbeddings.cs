using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>Puts embedders to landscapes and composes them with reducers.</summary>
public static class LandscapeEmbeddings
{
    /// <summary>Embeds a landscape: a row of coordinates per vertex.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="embedder">How to embed it.</param>
    /// <param name="options">Number of threads and cancellation; the coordinates do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public static Embedding Embed(this Landscape landscape, IEmbedder embedder, ParallelOptions? options = null, IProgress<double>? progress = null) =>
        Workers.With(options, () => WorkProgress.With(progress, () => embedder.Embed(landscape)));

    /// <summary>Reduces an embedding to fewer coordinates.</summary>
    /// <param name="embedding">The embedding.</param>
    /// <param name="reducer">How to reduce it.</param>
    /// <param name="options">Number of threads and cancellation; the coordinates do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public static Embedding Reduce(this Embedding embedding, IReducer reducer, ParallelOptions? options = null, IProgress<double>? progress = null) =>
        Workers.With(options, () => WorkProgress.With(progress, () => reducer.Reduce(embedding)));

    /// <summary>The embedder that embeds with the first and reduces with the second.</summary>
    public static IEmbedder Then(this IEmbedder embedder, IReducer reducer) => new ReducedEmbedder(embedder, reducer);

    private sealed record ReducedEmbedder(IEmbedder Embedder, IReducer Reducer) : IEmbedder
    {
        public Embedding Embed(Landscape landscape)
        {
            Embedding embedding = WorkProgress.Part(0, 0.5, () => Embedder.Embed(landscape));
            return WorkProgress.Part(0.5, 1, () => Reducer.Reduce(embedding));
        }
    }
}
