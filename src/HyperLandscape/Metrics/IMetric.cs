namespace HyperLandscape.Metrics;

/// <summary>
/// A question with one number for an answer. Implementations are pure: the same landscape gives the same value. A value
/// that is undefined for a landscape is NaN.
/// </summary>
public interface IMetric
{
    /// <summary>The name under which the value appears in profiles; it includes the parameters that change the value.</summary>
    string Name { get; }

    /// <summary>Measures a landscape.</summary>
    double Measure(Landscape landscape);
}
