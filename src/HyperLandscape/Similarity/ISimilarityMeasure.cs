namespace HyperLandscape.Similarity;

/// <summary>
/// A comparison of two landscapes over the same configurations, each by its own objective. Implementations are pure. A
/// value that is undefined is NaN.
/// </summary>
public interface ISimilarityMeasure
{
    /// <summary>The name, including the parameters that change the value.</summary>
    string Name { get; }

    /// <summary>
    /// Whether comparing a with b gives the same value as comparing b with a, always; a matrix then asks once per pair.
    /// A measure that does not say so is asked both ways.
    /// </summary>
    bool IsSymmetric => false;

    /// <summary>Compares two landscapes.</summary>
    /// <exception cref="ArgumentException">The landscapes are not over the same configurations.</exception>
    double Compare(Landscape a, Landscape b);
}
