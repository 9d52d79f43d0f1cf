namespace HyperLandscape.Embeddings;

/// <summary>The nearest points found so far, ascending by distance, ties by number; empty places are infinitely far.</summary>
internal readonly ref struct NearestList(Span<int> indices, Span<float> distances)
{
    private readonly Span<int> indices = indices;
    private readonly Span<float> distances = distances;

    /// <summary>Whether a place is empty.</summary>
    public bool HasGap => float.IsPositiveInfinity(distances[^1]);

    /// <summary>Empties all places.</summary>
    public void Clear()
    {
        indices.Fill(int.MaxValue);
        distances.Fill(float.PositiveInfinity);
    }

    /// <summary>Whether a point would be taken in.</summary>
    public bool Accepts(int point, float distance)
    {
        int last = distances.Length - 1;
        return distance < distances[last] || (distance == distances[last] && point < indices[last]);
    }

    /// <summary>Takes a point in, which must be accepted and not there yet, and returns its place.</summary>
    public int Insert(int point, float distance)
    {
        int place = distances.Length - 1;
        while (place > 0 && (distance < distances[place - 1] || (distance == distances[place - 1] && point < indices[place - 1])))
        {
            distances[place] = distances[place - 1];
            indices[place] = indices[place - 1];
            place--;
        }

        distances[place] = distance;
        indices[place] = point;
        return place;
    }
}
