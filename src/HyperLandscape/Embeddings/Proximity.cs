namespace HyperLandscape.Embeddings;

/// <summary>
/// How near two vertices of the directed graph of improving arcs are: the matrix S that <see cref="Hope"/> decomposes,
/// from the 0/1 matrix A with A[i, j] = 1 if j is a better neighbour of i. S is not symmetric, and never formed.
/// Source: Ou, Cui, Pei, Zhang and Zhu, KDD 2016.
/// </summary>
public abstract record Proximity
{
    private protected Proximity()
    {
    }

    /// <summary>S of a landscape, as an operator.</summary>
    internal abstract ProximityMatrix Of(ImprovingArcs arcs);
}
