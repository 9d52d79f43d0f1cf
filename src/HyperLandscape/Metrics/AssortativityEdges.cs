namespace HyperLandscape.Metrics;

/// <summary>Along which edges <see cref="FitnessAssortativity"/> correlates.</summary>
public enum AssortativityEdges
{
    /// <summary>Every improving arc once, from the worse to the better end: the authors' directed graph.</summary>
    Improving,

    /// <summary>Every neighbour pair in both orientations, neutral pairs included.</summary>
    All,
}
