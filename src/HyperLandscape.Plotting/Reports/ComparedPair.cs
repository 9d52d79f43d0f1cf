namespace HyperLandscape.Plotting.Reports;

/// <summary>Two landscapes that differ in one label: their numbers in the set, the labels they share, the two that differ, and the paper's three similarities.</summary>
internal sealed record ComparedPair(int A, int B, string Shared, string LabelA, string LabelB, double[] Values);
