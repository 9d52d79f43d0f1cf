namespace HyperLandscape.Similarity;

/// <summary>
/// A comparison of two landscapes over the same configurations, each by its own objective. Implementations are pure and,
/// unless they say otherwise, symmetric. A value that is undefined is NaN.
/// </summary>
public interface ISimilarityMeasure
{
    /// <summary>The name, including the parameters that change the value.</summary>
    string Name { get; }

    /// <summary>Compares two landscapes.</summary>
    /// <exception cref="ArgumentException">The landscapes are not over the same configurations.</exception>
    double Compare(Landscape a, Landscape b);
}
