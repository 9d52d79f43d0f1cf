namespace HyperLandscape.Similarity;

/// <summary>A measure that looks at every landscape once, so that a matrix over many does not repeat that work per pair.</summary>
internal interface IMatrixMeasure : ISimilarityMeasure
{
    /// <summary>Looks at the landscapes, all over the same configurations, and returns the comparison of two of them by index.</summary>
    Func<int, int, double> Prepare(IReadOnlyList<Landscape> landscapes);
}
