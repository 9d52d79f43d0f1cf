namespace HyperLandscape.Embeddings;

/// <summary>How far apart two rows of an embedding are.</summary>
public enum PointDistance
{
    /// <summary>The square root of the sum of squared differences.</summary>
    Euclidean,

    /// <summary>1 - cosine of the angle between the rows, in [0, 2]; 1/2 between a row of zeros and any other.</summary>
    Cosine,

    /// <summary>The sum of absolute differences.</summary>
    Manhattan,

    /// <summary>The share of coordinates that differ, in [0, 1].</summary>
    Hamming,

    /// <summary>
    /// Whatever the coordinates are, the distance of the configurations in the landscape's own graph, see
    /// <see cref="Graphs.NeighborhoodGraph.Distance"/>.
    /// </summary>
    Grid,
}
