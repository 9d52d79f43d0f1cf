namespace HyperLandscape.Embeddings;

/// <summary>
/// Turns coordinates into fewer coordinates, row by row. Implementations are pure: the same embedding gives the same
/// bits, on any number of threads.
/// </summary>
public interface IReducer
{
    /// <summary>Reduces an embedding; the result has the same rows, and belongs to the same landscape, if any.</summary>
    Embedding Reduce(Embedding embedding);
}
