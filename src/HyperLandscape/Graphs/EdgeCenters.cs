namespace HyperLandscape.Graphs;

/// <summary>What <see cref="EdgeSums"/> are measured from: near the means over sources of arcs, targets of arcs, and ends of edges.</summary>
internal readonly record struct EdgeCenters(double Source, double Target, double Edge);
