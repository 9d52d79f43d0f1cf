namespace HyperLandscape.Graphs;

/// <summary>An attribute of the nodes or edges of a written graph: its name and its GraphML type (string, boolean, long, double).</summary>
internal readonly record struct GraphAttribute(string Name, string Type);
