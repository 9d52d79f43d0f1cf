using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// High-order proximity preserved embedding of the directed graph of improving arcs: with S the matrix of a
/// <see cref="Embeddings.Proximity"/> and S ~ U diag(s) V' its truncated singular value decomposition, a vertex has the
/// coordinates [U sqrt(s), V sqrt(s)], so that the inner product of the left half of i and the right half of j is the
/// best approximation of S[i, j] at that rank. Neither S nor any other n x n matrix is made, and no edge of a grid stored.
/// </summary>
/// <remarks>
/// Deterministic: the entry of each left vector that is largest in magnitude is positive (ties: the smallest vertex).
/// Vectors of equal singular values are defined up to rotation, which changes no distance. Vertices without arcs lie
/// together at the origin, unless the proximity gives them one with themselves that is among the largest. The spectrum
/// of landscapes on grids is flat: at 128 dimensions the norm of what is left out is 77 to 99 % of that of S. See
/// <see cref="Decompose"/> for the singular values and that error. Cost: some hundred products of S with 16 vectors,
/// O(edges) each, and O(n (4 Dimensions)^2). Source: Ou, Cui, Pei, Zhang and Zhu, KDD 2016; used for landscapes by
/// Huang and Li, arXiv 2311.14014.
/// </remarks>
public sealed record Hope : IEmbedder
{
    /// <summary>Of the progress: Katz looks for a singular value of A first.</summary>
    private const double ShareOfProximity = 0.2;

    /// <summary>
    /// Coordinates per vertex, even: half from the left singular vectors and half from the right ones; 128 by default.
    /// A landscape of fewer than Dimensions / 2 configurations gets two per configuration.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Not a positive even number.</exception>
    public int Dimensions
    {
        get;
        init => field = value > 0 && value % 2 == 0
            ? value
            : throw new ArgumentOutOfRangeException(nameof(value), value, "HOPE needs a positive even number of dimensions: half of them are left and half right singular vectors.");
    } = 128;

    /// <summary>Which nearness of two vertices the embedding preserves; common neighbours with self-loops by default.</summary>
    public Proximity Proximity { get; init; } = new CommonNeighbors();

    /// <inheritdoc/>
    /// <exception cref="InvalidOperationException">The singular values did not converge.</exception>
    public Embedding Embed(Landscape landscape) => Decomposition(landscape).ToEmbedding();

    /// <summary>The truncated singular value decomposition behind the embedding.</summary>
    /// <param name="landscape">The landscape.</param>
    /// <param name="options">Number of threads and cancellation; the vectors do not depend on the number of threads.</param>
    /// <param name="progress">Told the share of the work that is done, 0 to 1.</param>
    /// <exception cref="InvalidOperationException">The singular values did not converge.</exception>
    /// <exception cref="OperationCanceledException">The work was canceled.</exception>
    public HopeDecomposition Decompose(Landscape landscape, ParallelOptions? options = null, IProgress<double>? progress = null) =>
        Workers.With(options, () => WorkProgress.With(progress, () => Decomposition(landscape)));

    private HopeDecomposition Decomposition(Landscape landscape)
    {
        ProximityMatrix matrix = WorkProgress.Part(0, ShareOfProximity, () => Proximity.Of(new ImprovingArcs(landscape)));
        return WorkProgress.Part(ShareOfProximity, 1, () => new HopeDecomposition(landscape, matrix, Math.Min(Dimensions / 2, landscape.Count)));
    }
}
