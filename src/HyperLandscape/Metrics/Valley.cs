namespace HyperLandscape.Metrics;

/// <summary>A reciprocal sign square by the vertices of its two peaks.</summary>
internal readonly record struct Valley(int Worse, int Better);
