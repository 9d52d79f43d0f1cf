namespace HyperLandscape;

/// <summary>What becomes of a configuration that occurs in several rows (repeated seeds, for instance).</summary>
public enum Duplicates
{
    /// <summary>An error that names the configuration and both rows.</summary>
    Refuse,

    /// <summary>The mean of its successful runs; their spread is kept as <see cref="Landscape.StandardErrors"/>.</summary>
    Mean,

    /// <summary>The median of its successful runs (the mean of the two middle ones if even); their spread is kept as <see cref="Landscape.StandardErrors"/>.</summary>
    Median,

    /// <summary>The best of its successful runs by the objective; their spread is kept as <see cref="Landscape.StandardErrors"/>.</summary>
    Best,
}
