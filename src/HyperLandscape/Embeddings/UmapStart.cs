namespace HyperLandscape.Embeddings;

/// <summary>Where the points of a map are before it is optimized.</summary>
public enum UmapStart
{
    /// <summary>
    /// The eigenvectors of the normalized Laplacian of the fuzzy graph; parts of it that do not hang together are laid
    /// out one by one, around the principal components of their means. Where the eigenvectors do not converge, or there
    /// are no more points than dimensions of the map and one, a graph of one part starts from
    /// <see cref="PrincipalComponents"/>, and one of several parts with the points of that part anywhere around its mean.
    /// </summary>
    Spectral,

    /// <summary>The principal components of the coordinates.</summary>
    PrincipalComponents,

    /// <summary>Anywhere, equally likely. The map then shows little of what is far apart.</summary>
    Random,
}
