namespace HyperLandscape.Embeddings;

/// <summary>The nearest neighbours of every point, itself excluded, ascending by distance, ties by number.</summary>
/// <param name="Length">Neighbours per point.</param>
/// <param name="Indices">Which points, a row per point.</param>
/// <param name="Distances">How far, likewise.</param>
internal sealed record NeighborTable(int Length, int[] Indices, float[] Distances)
{
    public int Count => Indices.Length / Length;

    public ReadOnlySpan<int> Of(int point) => Indices.AsSpan(point * Length, Length);

    public ReadOnlySpan<float> DistancesOf(int point) => Distances.AsSpan(point * Length, Length);
}
