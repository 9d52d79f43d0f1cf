namespace HyperLandscape.Similarity;

/// <summary>
/// Overlap of the local optima: the Jaccard index |A and B| / |A or B| of the configurations that are a local optimum, or
/// lie on a plateau that is one, in each landscape. Range [0, 1]; higher = more similar, 1 = the same optima.
/// </summary>
/// <remarks>
/// Symmetric; each landscape by its own objective. Always defined, as every landscape has an optimum. All members of a plateau count, since none of them is
/// more of an optimum than the others; each landscape by its own tolerance and neighborhood. O(n) after the optima.
/// Optima move with little noise: 0 says little where <see cref="SpearmanCorrelation"/> is high. Source: the index of Jaccard
/// (1901); of optima, ours.
/// </remarks>
public sealed record OptimaOverlap : ISimilarityMeasure
{
    /// <inheritdoc/>
    public string Name => "Optima overlap";

    /// <inheritdoc/>
    public bool IsSymmetric => true;

    /// <inheritdoc/>
    public double Compare(Landscape a, Landscape b)
    {
        SameConfigurations.Require(a, b);
        int both = 0;
        int either = 0;
        for (int vertex = 0; vertex < a.Count; vertex++)
        {
            (bool inA, bool inB) = (a.IsOptimal(vertex), b.IsOptimal(vertex));
            both += inA && inB ? 1 : 0;
            either += inA || inB ? 1 : 0;
        }

        return (double)both / either;
    }
}
