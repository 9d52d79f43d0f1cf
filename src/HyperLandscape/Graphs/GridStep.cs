namespace HyperLandscape.Graphs;

/// <summary>A step within a block: how far it goes, along which inner axis, and the level at which it starts or stops being possible.</summary>
internal readonly record struct GridStep(nint Delta, int Axis, double Level);
