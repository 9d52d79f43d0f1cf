namespace HyperLandscape.Embeddings;

/// <summary>
/// Turns a landscape into coordinates, one row per vertex in the landscape's order. Implementations are pure: the same
/// landscape gives the same bits, on any number of threads.
/// </summary>
public interface IEmbedder
{
    /// <summary>Embeds a landscape.</summary>
    Embedding Embed(Landscape landscape);
}
