using HyperLandscape.Graphs;
using HyperLandscape.Numerics;

namespace HyperLandscape.Embeddings;

/// <summary>
/// The fuzzy set of edges between points: a symmetric sparse matrix of memberships in (0, 1], rows ascending. Source:
/// McInnes, Healy and Melville, arXiv 1802.03426.
/// </summary>
internal sealed class FuzzyGraph
{
    private FuzzyGraph(int[] starts, int[] targets, float[] weights)
    {
        Starts = starts;
        Targets = targets;
        Weights = weights;
    }

    /// <summary>Where the row of each point starts, and the end of the last.</summary>
    public int[] Starts { get; }

    /// <summary>The other ends, row by row.</summary>
    public int[] Targets { get; }

    /// <summary>The memberships, likewise.</summary>
    public float[] Weights { get; }

    public int Count => Starts.Length - 1;

    /// <summary>
    /// Of nearest neighbours: exp(-(d - rho) / sigma) from each point, with rho the distance to its nearest neighbours
    /// and sigma such that they sum to log2(neighbours), joined over both directions.
    /// </summary>
    /// <param name="neighbors">The nearest neighbours.</param>
    /// <param name="localConnectivity">How many neighbours of a point have full membership; interpolated between whole numbers.</param>
    /// <param name="mix">1 = either direction suffices (union), 0 = both are needed (intersection).</param>
    public static FuzzyGraph Of(NeighborTable neighbors, double localConnectivity, double mix)
    {
        int n = neighbors.Count;
        int length = neighbors.Length;

        // Both directions of an edge are found by a merge of what a point lists and the places where it is listed.
        float[] memberships = Memberships.Of(neighbors, localConnectivity);
        (int[] starts, int[] places) = Listings(neighbors);
        var ends = new int[n + 1];
        Panel.ForRows(n, (first, end) =>
        {
            var row = (new int[length], new float[length]);
            for (int point = first; point < end; point++)
                ends[point + 1] = Join(point, row, [], []);
        });
        for (int point = 0; point < n; point++)
            ends[point + 1] += ends[point];
        var joinedTargets = new int[ends[n]];
        var joinedWeights = new float[ends[n]];
        Panel.ForRows(n, (first, end) =>
        {
            var row = (new int[length], new float[length]);
            for (int point = first; point < end; point++)
                Join(point, row, joinedTargets.AsSpan(ends[point]..ends[point + 1]), joinedWeights.AsSpan(ends[point]..ends[point + 1]));
        });
        return new FuzzyGraph(ends, joinedTargets, joinedWeights);

        // Counts the edges of a point, and writes them down if there is room.
        int Join(int point, (int[] Targets, float[] Weights) row, Span<int> others, Span<float> joined)
        {
            neighbors.Of(point).CopyTo(row.Targets);
            memberships.AsSpan(point * length, length).CopyTo(row.Weights);
            Array.Sort(row.Targets, row.Weights);
            int count = 0;
            int i = 0;
            int j = starts[point];
            while (i < length || j < starts[point + 1])
            {
                int there = i < length ? row.Targets[i] : int.MaxValue;
                int back = j < starts[point + 1] ? places[j] / length : int.MaxValue;
                double a = there <= back ? row.Weights[i++] : 0;
                double b = back <= there ? memberships[places[j++]] : 0;
                double weight = (mix * (a + b - (a * b))) + ((1 - mix) * a * b);
                if (!(weight > 0))
                    continue;
                if (count < others.Length)
                    (others[count], joined[count]) = (Math.Min(there, back), (float)weight);
                count++;
            }

            return count;
        }
    }

    /// <summary>Of points without an edge.</summary>
    public static FuzzyGraph Empty(int count) => new(new int[count + 1], [], []);

    /// <summary>
    /// Of new points, numbered after the old ones, with the edges to their nearest old neighbours; one direction only.
    /// </summary>
    public static FuzzyGraph OfNew(NeighborTable neighbors, int oldCount, double localConnectivity)
    {
        var starts = new int[oldCount + neighbors.Count + 1];
        for (int point = 0; point < neighbors.Count; point++)
            starts[oldCount + point + 1] = (point + 1) * neighbors.Length;
        return new FuzzyGraph(starts, neighbors.Indices, Memberships.Of(neighbors, localConnectivity));
    }

    /// <summary>Of a landscape's graph: every edge with full membership.</summary>
    public static FuzzyGraph Of(NeighborhoodGraph graph)
    {
        var starts = new int[graph.VertexCount + 1];
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
            starts[vertex + 1] = starts[vertex] + graph.Degree(vertex);
        var targets = new int[starts[^1]];
        var buffer = new int[graph.MaxDegree];
        for (int vertex = 0; vertex < graph.VertexCount; vertex++)
            graph.Neighbors(vertex, buffer).CopyTo(targets.AsSpan(starts[vertex]));
        var weights = new float[targets.Length];
        Array.Fill(weights, 1);
        return new FuzzyGraph(starts, targets, weights);
    }

    /// <summary>The part of each point, numbered from 0: points that hang together by edges are in one.</summary>
    public int[] Parts(out int count)
    {
        var parts = new int[Count];
        Array.Fill(parts, -1);
        var open = new Stack<int>();
        count = 0;
        for (int first = 0; first < Count; first++)
        {
            if (parts[first] >= 0)
                continue;
            parts[first] = count;
            open.Push(first);
            while (open.TryPop(out int point))
            {
                foreach (int target in Targets.AsSpan(Starts[point]..Starts[point + 1]))
                {
                    if (parts[target] >= 0)
                        continue;
                    parts[target] = count;
                    open.Push(target);
                }
            }

            count++;
        }

        return parts;
    }

    /// <summary>The graph of some points that no edge leaves, numbered in their order.</summary>
    public FuzzyGraph Of(int[] points)
    {
        var numbers = new Dictionary<int, int>(points.Length);
        var starts = new int[points.Length + 1];
        for (int i = 0; i < points.Length; i++)
        {
            numbers[points[i]] = i;
            starts[i + 1] = starts[i] + Starts[points[i] + 1] - Starts[points[i]];
        }

        var targets = new int[starts[^1]];
        var weights = new float[starts[^1]];
        for (int i = 0; i < points.Length; i++)
        {
            int from = Starts[points[i]];
            for (int edge = starts[i]; edge < starts[i + 1]; edge++)
                (targets[edge], weights[edge]) = (numbers[Targets[from + edge - starts[i]]], Weights[from + edge - starts[i]]);
        }

        return new FuzzyGraph(starts, targets, weights);
    }

    /// <summary>
    /// The mean of several fuzzy sets of edges between the same points: memberships are averaged, 0 where there is no edge.
    /// </summary>
    public static FuzzyGraph Mean(IReadOnlyList<FuzzyGraph> graphs)
    {
        int n = graphs[0].Count;
        var starts = new int[n + 1];
        var targets = new List<int>();
        var weights = new List<float>();
        var row = new SortedDictionary<int, float>();
        for (int point = 0; point < n; point++)
        {
            row.Clear();
            foreach (FuzzyGraph graph in graphs)
            {
                for (int i = graph.Starts[point]; i < graph.Starts[point + 1]; i++)
                    row[graph.Targets[i]] = row.GetValueOrDefault(graph.Targets[i]) + (graph.Weights[i] / graphs.Count);
            }

            targets.AddRange(row.Keys);
            weights.AddRange(row.Values);
            starts[point + 1] = targets.Count;
        }

        return new FuzzyGraph(starts, [.. targets], [.. weights]);
    }

    /// <summary>Where every point is listed as a neighbour, ascending; by counting.</summary>
    private static (int[] Starts, int[] Places) Listings(NeighborTable neighbors)
    {
        var starts = new int[neighbors.Count + 1];
        foreach (int target in neighbors.Indices)
            starts[target + 1]++;
        for (int point = 0; point < neighbors.Count; point++)
            starts[point + 1] += starts[point];
        int[] next = [.. starts];
        var places = new int[neighbors.Indices.Length];
        for (int place = 0; place < places.Length; place++)
            places[next[neighbors.Indices[place]]++] = place;
        return (starts, places);
    }
}
